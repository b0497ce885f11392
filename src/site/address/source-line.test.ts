import { expect, test } from "vitest";
import { sourceLine } from "./source-line.ts";

const API = "https://models.dev/api.json";
const LITELLM = "https://raw.githubusercontent.com/BerriAI/litellm/main/model_prices_and_context_window.json";
const FILES = "https://github.com/anomalyco/models.dev/blob/dev/providers";

test.each([
  ["models.dev", API, "digitalocean", "llama3.3-70b-instruct", `${FILES}/digitalocean/models/llama3.3-70b-instruct.toml`],
  ["models.dev", API, "nearai", "meta/llama-3.3", `${FILES}/nearai/models/meta/llama-3.3.toml`],
  [
    "models.dev",
    API,
    "google-vertex",
    "claude-opus-4-8@default",
    `${FILES}/google-vertex-anthropic/models/claude-opus-4-8%40default.toml`,
  ],
  ["models.dev", API, "google-vertex", "gemini-3-pro", `${FILES}/google-vertex/models/gemini-3-pro.toml`],
  ["openrouter-models", "https://openrouter.ai/api/v1/models", "openrouter", "x", "https://openrouter.ai/acme/nova"],
  ["litellm", LITELLM, "amazon-bedrock", "us.claude:0", `${LITELLM}#:~:text=us.claude%3A0%22`],
  ["list-prices", "https://acme.example/pricing", "acme", "x", "https://acme.example/pricing"],
] as const)("a price from %s at %s of %s is found in its own line", (id, url, platform, upstreamId, wanted) => {
  expect(sourceLine({ id, url }, { platform, upstreamId, model: "acme/nova" })).toBe(wanted);
});
