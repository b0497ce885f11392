import { afterEach, expect, test, vi } from "vitest";
import * as paths from "./paths.ts";

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

test.each([
  [paths.home(), "/"],
  [paths.model("anthropic/claude-opus-4.8"), "/models/anthropic/claude-opus-4.8/"],
  [paths.maker("z-ai"), "/models/z-ai/"],
  [paths.platform("amazon-bedrock"), "/platforms/amazon-bedrock/"],
  [paths.best(), "/best/"],
  [paths.best("chat", "open-weights"), "/best/chat/open-weights/"],
  [paths.compare(["openrouter", "deepinfra"]), "/compare/deepinfra-vs-openrouter/"],
  [paths.data("models.dev"), "/data/#models.dev"],
  [paths.markdown("/models/a/b/"), "/models/a/b.md"],
  [paths.markdown("/"), "/index.md"],
  [paths.api.model("deepseek/deepseek-v4-flash"), "/api/v1/models/deepseek/deepseek-v4-flash.json"],
  [paths.feed.model("a/b"), "/models/a/b.xml"],
  [paths.og("models/a/b"), "/og/models/a/b.png"],
  [paths.platform("a b?"), "/platforms/a%20b%3F/"],
])("%s is the address %s", (made, wanted) => {
  expect(made).toBe(wanted);
});

test("a site below a sub-path has every address below it", async () => {
  vi.stubEnv("BASE_URL", "/token-parity");
  const below = await import("./paths.ts");
  expect(below.home()).toBe("/token-parity/");
  expect(below.model("a/b")).toBe("/token-parity/models/a/b/");
  expect(below.markdown(below.home())).toBe("/token-parity/index.md");
  expect(below.api.index()).toBe("/token-parity/api/v1/index.json");
});

test("an absolute address has the site before the path", () => {
  expect(paths.absolute("/models/a/b/", "https://tokenparity.dev")).toBe("https://tokenparity.dev/models/a/b/");
});
