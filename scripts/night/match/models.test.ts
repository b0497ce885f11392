import { expect, test } from "vitest";
import { aModel, someFacts } from "../../../tests/builders/a-model.ts";
import { buildModels, type ModelInput } from "./models.ts";

const maker = { id: "models.dev", url: "https://models.dev/api.json", readAt: "2026-08-12T00:00:00Z", hand: "second" } as const;
const build = (input: Partial<ModelInput>) =>
  buildModels({
    facts: [],
    knownAs: () => null,
    makerNames: new Map(),
    before: [],
    isPartlyRead: () => false,
    stays: new Set(),
    ...input,
  });

test("a model is what OpenRouter lists; a maker's own row fills its gaps and never overwrites", () => {
  const row = someFacts({ id: "acme/nano-1", name: "Other", openWeights: true, contextTokens: 1, source: maker });
  const models = build({ facts: [someFacts(), row], knownAs: ({ id }) => (id === "acme/nano-1" ? "acme/nano" : null) });
  expect(models).toEqual([aModel({ openWeights: true })]);
});

test("a model only its maker lists is a model too", () => {
  const models = build({ facts: [someFacts(), someFacts({ id: "acme/giga", source: maker, usageRank: null })] });
  expect(models.map(({ id, listedBy }) => [id, listedBy])).toEqual([
    ["acme/giga", "models.dev"],
    ["acme/nano", "openrouter-models"],
  ]);
});

test("a model known only by an endpoints body is retired; one in both is current", () => {
  const body = { ...maker, id: "openrouter-endpoints", hand: "first" } as const;
  const retired = (id: string) => someFacts({ id, retired: true, usageRank: null, source: body });
  const models = build({ facts: [someFacts(), retired("acme/nano"), retired("acme/old")] });
  expect(models.map(({ id, status }) => [id, status])).toEqual([
    ["acme/nano", "current"],
    ["acme/old", "retired"],
  ]);
});

test.each([
  ["read", "retired", new Set<string>()],
  ["not read", "current", new Set(["acme/nano"])],
])("a model its list no longer names is kept; with the list %s it is %s", (_, status, stays) => {
  expect(build({ before: [aModel()], stays }).map((model) => model.status)).toEqual([status]);
});

test("a latest-alias is no model: its target names it", () => {
  const alias = someFacts({ id: "~acme/nano-latest", aliasOf: "acme/nano" });
  expect(build({ facts: [alias, someFacts()] })).toEqual([aModel({ aliases: ["~acme/nano-latest"] })]);
});

test("a -fast id has its own row and names its base, where there is one, whose weights it has", () => {
  const facts = [someFacts({ openWeights: false }), someFacts({ id: "acme/nano-fast" }), someFacts({ id: "acme/giga-fast" })];
  expect(build({ facts }).map(({ id, baseModel, openWeights }) => [id, baseModel, openWeights])).toEqual([
    ["acme/giga-fast", null, null],
    ["acme/nano", null, false],
    ["acme/nano-fast", "acme/nano", false],
  ]);
});

const pi = { id: "pi-ai" } as const;

test("the maker's own row fills a gap before a copy of OpenRouter's list does", () => {
  const copy = someFacts({ openWeights: false, source: { id: "models.dev" } });
  const own = someFacts({ isOurId: false, isMakersRow: true, openWeights: true, source: { id: "models.dev" } });
  expect(build({ facts: [someFacts(), copy, own] })).toEqual([aModel({ openWeights: true })]);
});

test.each([
  [
    "the first that names these and more says",
    [
      ["audio", "image"],
      ["image", "text", "video"],
      ["audio", "image", "text"],
    ],
    ["image", "text", "video"],
  ],
  ["one that leaves one of these out says nothing", [["audio", "file", "video"]], ["image", "text"]],
])("of a source that knows text and images alone: %s", (_, others, inputs) => {
  const first = someFacts({ inputModalities: ["image", "text"], takesMore: true, source: pi });
  const facts = [first, ...others.map((inputModalities) => someFacts({ inputModalities }))];
  expect(build({ facts }).map(({ inputModalities }) => inputModalities)).toEqual([inputs]);
});

test("of a model of video its last night says so while the source that says it is not read", () => {
  const before = [aModel({ inputModalities: ["image", "text", "video"] })];
  const facts = [someFacts({ inputModalities: ["image", "text"], takesMore: true, source: pi })];
  expect(build({ facts, before, isPartlyRead: () => true })[0]?.inputModalities).toEqual(["image", "text", "video"]);
  expect(build({ facts, before })[0]?.inputModalities).toEqual(["image", "text"]);
});

test.each([
  ["the maker's row says it", { isOurId: false, isMakersRow: true as const }, 32_000, 32_000],
  ["a list says it", {}, 32_000, 32_000],
  ["the row of one seller does not", { isOurId: false }, 32_000, null],
  ["nobody says more than the context holds", { isOurId: false, isMakersRow: true as const }, 262_144, null],
])("how long an answer may be: %s", (_, how, maxOutputTokens, longest) => {
  const facts = [someFacts({ maxOutputTokens: null }), someFacts({ maxOutputTokens, ...how })];
  expect(build({ facts })[0]?.maxOutputTokens).toBe(longest);
});
