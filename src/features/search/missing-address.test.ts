import { expect, test } from "vitest";
import type { SearchJson } from "../../data/json/search-json.ts";
import { meantBy } from "./missing-address.ts";

const INDEX: SearchJson = {
  models: [
    ["openai/gpt-5.4", "GPT-5.4"],
    ["openai/gpt-5.4-mini", "GPT-5.4 Mini"],
    ["anthropic/claude-opus-4.8", "Claude Opus 4.8"],
  ],
  makers: { openai: "OpenAI", anthropic: "Anthropic" },
  platforms: { deepinfra: "DeepInfra", nebius: "Nebius", togetherai: "Together AI", openai: "OpenAI" },
  pages: [{ title: "Best value for chat", path: "best/chat/" }],
};

test.each([
  ["compare/deepinfra-vs-nebius/", "DeepInfra vs Nebius", "compare/?p=deepinfra,nebius"],
  ["compare/Nebius-vs-DeepInfra-vs-togetherai", "Nebius vs DeepInfra vs Together AI", "compare/?p=nebius,deepinfra,togetherai"],
  ["compare/deepinfra-vs-nebius.md", "DeepInfra vs Nebius", "compare/?p=deepinfra,nebius"],
  ["compare/deepinfra-vs-together/", "DeepInfra vs Together AI", "compare/?p=deepinfra,togetherai"],
  ["compare/gpt-5.4-vs-claude-opus-4.8/", "GPT-5.4 vs Claude Opus 4.8", "compare/?m=openai/gpt-5.4,anthropic/claude-opus-4.8"],
])("%s asks for the comparison %s", (path, title, comparison) => {
  expect(meantBy(path, INDEX)[0]).toEqual({ title, path: comparison });
});

test.each([
  ["models/openai/gpt-54/", ["models/openai/gpt-5.4/", "models/openai/gpt-5.4-mini/"]],
  ["models/opneai/", ["models/openai/gpt-5.4/", "models/openai/gpt-5.4-mini/", "models/openai/"]],
  ["platforms/open-ai/", ["platforms/openai/"]],
  ["platforms/deep-infra/", ["platforms/deepinfra/"]],
  ["compare/deepinfra/", ["platforms/deepinfra/"]],
  ["compare/deepinfra-vs-xyzzy/", ["platforms/deepinfra/"]],
  ["best/chats/", ["best/chat/"]],
  ["%E0%A4%A/", []],
  ["", []],
])("%s is close to %j", (path, paths) => {
  expect(meantBy(path, INDEX).map((entry) => entry.path)).toEqual(paths);
});
