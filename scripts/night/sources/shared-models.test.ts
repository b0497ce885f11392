import { expect, test } from "vitest";
import type { Maker } from "../../../src/domain/model/maker.ts";
import { variantWords } from "../../../src/domain/model/variant-words.ts";
import { sharedModels } from "./shared-models.ts";

const MAKERS: readonly Maker[] = [
  { maker: "baidu", name: "Baidu", platforms: [], families: ["ernie-"] },
  { maker: "anthropic", name: "Anthropic", platforms: [{ platform: "anthropic", own: ["claude-"] }] },
  { maker: "meta-llama", name: "Meta", platforms: [], families: ["llama-"] },
  { maker: "meta", name: "Meta", platforms: [{ platform: "meta", own: ["muse-"] }] },
];
const TABLES = { makers: MAKERS, platforms: ["a", "b", "openrouter"].map((id) => ({ id })) };
const row = (platform: string, id: string, canonicalId: string | null = null) => ({
  platform,
  words: variantWords(id),
  canonicalId,
});
const ids = (...rows: readonly ReturnType<typeof row>[]) => sharedModels(rows, TABLES).map(({ id }) => id);

test.each([
  ["two platforms, by family", [row("a", "ernie-5.1"), row("b", "baidu/ERNIE-5-1")], ["baidu/ernie-5.1"]],
  [
    "two platforms, by canonical id",
    [row("a", "ambient/large", "zhipuai/glm-9"), row("b", "glm-9", "zhipuai/glm-9")],
    ["z-ai/glm-9"],
  ],
  ["two makers of one word, by family", [row("a", "x", "meta/muse-9"), row("b", "y", "meta/muse-9")], ["meta/muse-9"]],
  ["the same, the other family", [row("a", "x", "meta/llama-9"), row("b", "y", "meta/llama-9")], ["meta-llama/llama-9"]],
  [
    "a vendor glued to the name",
    [row("a", "anthropic--claude-3-opus"), row("b", "anthropic-claude-3-opus")],
    ["anthropic/claude-3-opus"],
  ],
  ["two platforms that nobody wrote down", [row("new-1", "ernie-5.1"), row("new-2", "ernie-5.1")], []],
  ["one of two platforms written down", [row("a", "ernie-5.1"), row("new-2", "ernie-5.1")], []],
  ["one platform twice", [row("a", "ernie-5.1"), row("a", "ernie-5.1:free")], []],
  ["OpenRouter among them: its own list names it", [row("openrouter", "baidu/ernie-5.1"), row("b", "ernie-5.1")], []],
  ["nobody's family", [row("a", "auto"), row("b", "auto")], []],
  ["a moving name", [row("a", "claude-latest"), row("b", "claude-latest")], []],
])("%s", (_, rows, expected) => {
  expect(ids(...rows)).toEqual(expected);
});

test("a plain row describes the model before a way of selling it", () => {
  const free = row("a", "ernie-5.1:free");
  const plain = row("b", "baidu/ernie-5.1");
  expect(sharedModels([free, plain], TABLES)[0]?.row).toBe(plain);
});

test("a row that names a platform behind its own does not describe the model, whichever comes first", () => {
  const resold = row("a", "amazon/mistral.muse-9-v1:0", "meta/muse-9");
  const plain = row("b", "muse-9", "meta/muse-9");
  for (const rows of [
    [resold, plain],
    [plain, resold],
  ])
    expect(sharedModels(rows, TABLES)[0]?.row).toBe(plain);
});

test("whoever writes the name without its vendor describes the model", () => {
  const glued = row("a", "anthropic--claude-3-opus");
  const plain = row("b", "claude-3-opus");
  expect(sharedModels([glued, plain], TABLES)[0]?.row).toBe(plain);
});
