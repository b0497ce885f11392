import fc from "fast-check";
import { expect, test } from "vitest";
import type { Alias } from "../../../src/domain/model/alias.ts";
import type { NeverJoin } from "../../../src/domain/model/never-join.ts";
import { type MatchableReading, type MatcherInput, matcher } from "./match.ts";

const aModel = (id: string, slugs: { canonicalSlug?: string; huggingFaceId?: string } = {}) => ({
  id,
  canonicalSlug: slugs.canonicalSlug ?? null,
  huggingFaceId: slugs.huggingFaceId ?? null,
});

const anAlias = (alias: Pick<Alias, "upstreamId" | "model"> & Partial<Alias>): Alias => ({
  platform: null,
  why: "looked up",
  sourceUrl: "https://example.com/models",
  checkedOn: "2026-11-21",
  ...alias,
});

const aReading = (upstreamId: string, more: Partial<MatchableReading> = {}): MatchableReading => ({
  key: { platform: "some-host" },
  upstreamId,
  model: null,
  huggingFaceId: null,
  canonicalSlug: null,
  ...more,
});

const MODELS = [
  aModel("anthropic/claude-opus-4.8", { canonicalSlug: "anthropic/claude-4.8-opus-20260528" }),
  aModel("anthropic/claude-opus-4.8-fast", { canonicalSlug: "anthropic/claude-4.8-opus-fast-20260528" }),
  aModel("anthropic/claude-haiku-4.5", { canonicalSlug: "anthropic/claude-4.5-haiku-20251001" }),
  aModel("openai/gpt-4o", { canonicalSlug: "openai/gpt-4o" }),
  aModel("openai/gpt-4o-2024-08-06", { canonicalSlug: "openai/gpt-4o-2024-08-06" }),
  aModel("openai/gpt-5.2", { canonicalSlug: "openai/gpt-5.2-20251211" }),
  aModel("openai/gpt-5.2-chat", { canonicalSlug: "openai/gpt-5.2-chat-20251211" }),
  aModel("deepseek/deepseek-chat", { canonicalSlug: "deepseek/deepseek-chat-v3", huggingFaceId: "deepseek-ai/DeepSeek-V3" }),
  aModel("deepseek/deepseek-r1", { huggingFaceId: "deepseek-ai/DeepSeek-R1" }),
  aModel("qwen/qwen3-235b-a22b", { huggingFaceId: "Qwen/Qwen3-235B-A22B" }),
  aModel("qwen/qwen3-235b-a22b-2507", { huggingFaceId: "Qwen/Qwen3-235B-A22B-Instruct-2507" }),
  aModel("qwen/qwen3-235b-a22b-thinking-2507", { huggingFaceId: "Qwen/Qwen3-235B-A22B-Thinking-2507" }),
  aModel("qwen/qwen3-next-80b-a3b-instruct", { huggingFaceId: "Qwen/Qwen3-Next-80B-A3B-Instruct" }),
  aModel("qwen/qwen3-next-80b-a3b-thinking", { huggingFaceId: "Qwen/Qwen3-Next-80B-A3B-Thinking" }),
  aModel("qwen/qwen3.5-plus-02-15", { canonicalSlug: "qwen/qwen3.5-plus-20260216" }),
  aModel("qwen/qwen3.5-plus-20260420", { canonicalSlug: "qwen/qwen3.5-plus-20260420" }),
  aModel("google/gemma-3-27b-it", { huggingFaceId: "google/gemma-3-27b-it" }),
  aModel("meta-llama/llama-3.2-1b-instruct", { huggingFaceId: "meta-llama/Llama-3.2-1B-Instruct" }),
  aModel("meta-llama/llama-4-maverick", { huggingFaceId: "meta-llama/Llama-4-Maverick-17B-128E-Instruct" }),
  aModel("microsoft/phi-4"),
];

const match = (input: Partial<MatcherInput> = {}) => matcher({ models: MODELS, aliases: [], neverJoin: [], ...input });

test.each([
  ["claude-opus-4-8@default", "anthropic/claude-opus-4.8", "normaliser"],
  ["us.anthropic.claude-opus-4-8", "anthropic/claude-opus-4.8", "normaliser"],
  ["claude-opus-4-8-fast", "anthropic/claude-opus-4.8-fast", "normaliser"],
  ["anthropic--claude-4.8-opus", "anthropic/claude-opus-4.8", "canonicalSlug"],
  ["anthropic.claude-haiku-4-5-20251001-v1:0", "anthropic/claude-haiku-4.5", "canonicalSlug"],
  ["gpt-5.2-2025-12-11", "openai/gpt-5.2", "canonicalSlug"],
  ["gpt-4o-2024-08-06", "openai/gpt-4o-2024-08-06", "normaliser"],
  ["deepseek-ai/DeepSeek-V3", "deepseek/deepseek-chat", "huggingFace"],
  ["qwen3-235b-a22b-instruct-2507", "qwen/qwen3-235b-a22b-2507", "huggingFace"],
  ["meta/llama-4-maverick-17b-128e-instruct-maas", "meta-llama/llama-4-maverick", "huggingFace"],
  ["google.gemma-3-27b", "google/gemma-3-27b-it", "normaliser"],
])("joins %s to %s by %s", (upstreamId, modelId, by) => {
  expect(match().reading(aReading(upstreamId))).toEqual({ kind: "known", modelId, by });
});

test.each([
  ["gpt-4o-2024-11-20", "a dated snapshot that is no listed one is not the undated model"],
  ["gpt-5.2-2025-12-12", "a day that the permanent slug does not bear is not dropped"],
  ["qwen3-next-80b-a3b", "without instruct or thinking it could be either"],
  ["qwen3.5-plus", "two models bear the slug without its day"],
  ["meta-llama/Llama-3.2-1B", "a repository without -Instruct is the base weights"],
  ["accounts/fireworks/models/gemma-3-27b", "Fireworks names repositories too"],
  ["pearl-ai/phi-4", "another maker's model of the same name is another model"],
  ["deepseek-r1-distill-llama-70b", "a distilled model is another model"],
  ["phi-4-mini", "likeness is no rule"],
  ["gpt-5.2-chat-2", "a longer name is another name"],
])("leaves %s unmatched: %s", (upstreamId) => {
  expect(match().reading(aReading(upstreamId))).toEqual({ kind: "unmatched" });
});

test("a moving name is ignored, unless it is a model's own id", () => {
  const models = [...MODELS, aModel("openai/gpt-chat-latest")];
  expect(match({ models }).reading(aReading("gpt-5.2-latest"))).toEqual({ kind: "ignored", why: "moving name" });
  expect(match({ models }).reading(aReading("gpt-chat-latest"))).toMatchObject({ modelId: "openai/gpt-chat-latest" });
});

test("the source's own naming comes first, then the platform's alias, then the general one, then the rules", () => {
  const aliases = [
    anAlias({ platform: "vercel", upstreamId: "deepseek/deepseek-v3", model: "deepseek/deepseek-r1" }),
    anAlias({ upstreamId: "deepseek-v3", model: null, why: "moving name" }),
  ];
  const { reading } = match({ aliases });
  const on = (platform: string, model: string | null = null) => reading(aReading("deepseek-v3", { key: { platform }, model }));
  expect(on("openrouter", "microsoft/phi-4")).toEqual({ kind: "known", modelId: "microsoft/phi-4", by: "id" });
  expect(on("vercel")).toEqual({ kind: "known", modelId: "deepseek/deepseek-r1", by: "alias" });
  expect(on("some-host")).toEqual({ kind: "ignored", why: "moving name" });
  expect(match().reading(aReading("deepseek-v3"))).toMatchObject({ modelId: "deepseek/deepseek-chat", by: "huggingFace" });
});

test("one general alias stands for every spelling of its id, but not for another maker's", () => {
  const { reading } = match({
    aliases: [anAlias({ upstreamId: "claude-opus-4-8-20260501", model: "anthropic/claude-opus-4.8" })],
  });
  const known = { kind: "known", modelId: "anthropic/claude-opus-4.8", by: "alias" };
  expect(reading(aReading("eu.anthropic.claude-opus-4-8-20260501-v1:0"))).toEqual(known);
  expect(reading(aReading("claude-opus-4-8@20260501"))).toEqual(known);
  expect(reading(aReading("somebody/claude-opus-4-8-20260501"))).toEqual({ kind: "unmatched" });
});

test("an alias or a source that names no model of the list matches nothing", () => {
  const { reading } = match({ aliases: [anAlias({ upstreamId: "phi-5", model: "microsoft/phi-5" })] });
  expect(reading(aReading("phi-5"))).toEqual({ kind: "unmatched" });
  expect(reading(aReading("x", { model: "x-ai/grok-4" }))).toEqual({ kind: "unmatched" });
});

test.each([{ huggingFaceId: "Qwen/Qwen3-235B-A22B-Instruct-2507" }, { canonicalSlug: "qwen/qwen3-235b-a22b-2507" }])(
  "a reading that carries %j needs no telling id",
  (more) => {
    const models = [
      aModel("qwen/qwen3-235b-a22b-2507", {
        canonicalSlug: "qwen/qwen3-235b-a22b-2507",
        huggingFaceId: "Qwen/Qwen3-235B-A22B-Instruct-2507",
      }),
    ];
    expect(match({ models }).reading(aReading("deployment-7", more))).toMatchObject({ modelId: "qwen/qwen3-235b-a22b-2507" });
  },
);

test("a pair that must never join is not joined by any rule, in either direction", () => {
  const neverJoin: NeverJoin[] = [
    { a: "gpt-5.2-20251211", b: "openai/gpt-5.2", why: "date" },
    { a: "microsoft/phi-4", b: "openai/gpt-4o", why: "version" },
  ];
  const aliases = [
    anAlias({ upstreamId: "phi-4", model: "openai/gpt-4o" }),
    anAlias({ platform: "azure", upstreamId: "gpt-4o", model: "microsoft/phi-4" }),
  ];
  const { reading } = match({ neverJoin, aliases });
  expect(reading(aReading("gpt-5.2-20251211"))).toEqual({ kind: "unmatched" });
  expect(reading(aReading("phi-4"))).toEqual({ kind: "unmatched" });
  expect(reading(aReading("gpt-4o", { key: { platform: "azure" } }))).toEqual({ kind: "unmatched" });
  expect(reading(aReading("gpt-5.2"))).toMatchObject({ modelId: "openai/gpt-5.2" });
});

test.each([
  ["qwen/qwen3-235b-a22b-instruct-2507", "qwen/qwen3-235b-a22b-2507"],
  ["anthropic/claude-haiku-4.5-20251001", "anthropic/claude-haiku-4.5"],
  ["openai/gpt-4o", "openai/gpt-4o"],
  ["openai/gpt-4o-2024-11-20", null],
  ["google/phi-4", null],
])("a maker's row %s is known as %s", (id, known) => {
  expect(match().model({ id, canonicalSlug: null, huggingFaceId: null })).toBe(known);
});

test("where a row says its model, its name is only what one calls", () => {
  const neverJoin: NeverJoin[] = [{ a: "deepseek/deepseek-r1", b: "deepseek/deepseek-chat", why: "version" }];
  const { reading } = match({ neverJoin });
  const row = aReading("deepseek-chat", { key: { platform: "deepseek" }, model: "deepseek/deepseek-r1" });
  expect(reading(row)).toEqual({ kind: "known", modelId: "deepseek/deepseek-r1", by: "id" });
});

test("a maker's row under a moving name is no model, and says why", () => {
  const { ignores } = match({ aliases: [anAlias({ upstreamId: "deepseek-reasoner", model: null, why: "moving name" })] });
  expect(ignores({ id: "deepseek/deepseek-reasoner", canonicalSlug: null, huggingFaceId: null })).toBe("moving name");
  expect(ignores({ id: "deepseek/deepseek-v9", canonicalSlug: null, huggingFaceId: null })).toBeNull();
});

test("the answer does not depend on the order of models, aliases or pairs", () => {
  const aliases = [
    anAlias({ upstreamId: "deepseek-v3", model: null }),
    anAlias({ platform: "some-host", upstreamId: "deepseek-v3", model: "deepseek/deepseek-chat" }),
    anAlias({ upstreamId: "phi-four", model: "microsoft/phi-4" }),
  ];
  const neverJoin: NeverJoin[] = [{ a: "deepseek/deepseek-r1", b: "deepseek/deepseek-chat", why: "version" }];
  const ids = [
    ...MODELS.map(({ id }) => id),
    "deepseek-v3",
    "phi-four",
    "qwen3.5-plus",
    "gemma-3-27b",
    "claude-4.5-haiku",
    "llama-3.2-1b",
  ];
  const answers = (input: MatcherInput) => ids.map((id) => matcher(input).reading(aReading(id)));
  const expected = answers({ models: MODELS, aliases, neverJoin });
  const shuffled = <Row>(rows: readonly Row[]) => fc.shuffledSubarray([...rows], { minLength: rows.length });
  fc.assert(
    fc.property(shuffled(MODELS), shuffled(aliases), (models, mixed) => {
      expect(answers({ models, aliases: mixed, neverJoin })).toEqual(expected);
    }),
    { numRuns: 20 },
  );
});

test("what a catalogue says is the maker's own id decides only where the platform's name leads nowhere", () => {
  const models = [aModel("acme/nova-2"), aModel("acme/nova-1")];
  const match = matcher({ models, aliases: [], neverJoin: [{ a: "rebel", b: "acme/nova-2", why: "fine-tune" }] });
  const found = (upstreamId: string, canonicalId: string | null) =>
    match.reading({
      upstreamId,
      canonicalId,
      model: null,
      huggingFaceId: null,
      canonicalSlug: null,
      key: { platform: "hostly" },
    });
  expect(found("hostly-large", "acme/nova-2")).toEqual({ kind: "known", modelId: "acme/nova-2", by: "canonicalId" });
  expect(found("nova-1", "acme/nova-2")).toMatchObject({ modelId: "acme/nova-1", by: "normaliser" });
  expect(found("nova-latest", "acme/nova-2").kind).toBe("ignored");
  expect(found("rebel", "acme/nova-2").kind).toBe("unmatched");
  expect(found("hostly-large", "acme/nova-9").kind).toBe("unmatched");
});
