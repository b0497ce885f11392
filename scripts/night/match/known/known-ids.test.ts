import { describe, expect, test } from "vitest";
import { aModel, someFacts } from "../../../../tests/builders/a-model.ts";
import { aReading } from "../../../../tests/builders/a-reading.ts";
import type { SourceNight } from "../../guards/guard-night.ts";
import { openrouterModels } from "../../sources/openrouter/openrouter-models.ts";
import { underKnownIds } from "./known-ids.ts";
import { asSpelledTonight } from "./rows-tonight.ts";
import { spellingKey } from "./spelling-key.ts";

test.each([
  ["anthropic/claude-opus-4.8", "anthropic/claude-opus-4-8", true],
  ["z-ai/glm-5.2", "z-ai/GLM5_2", true],
  ["openai/gpt-4.1", "openai/gpt-41", false],
  ["x-ai/grok-4-fast", "x-ai/grok-4", false],
  ["mistral/ministral-8b", "mistralai/ministral-8b", false],
  ["acme/nano:free", "acme/nano", false],
])("%s and %s are spellings of one id: %s", (a, b, isOne) => {
  expect(spellingKey(a) === spellingKey(b)).toBe(isOne);
});

/** OpenRouter's list of these ids. */
function listOf(...ids: readonly string[]): SourceNight {
  const models = ids.map((id) => someFacts({ id }));
  const readings = ids.map((id) => aReading({ key: { platform: "openrouter" }, upstreamId: id, model: id }));
  return { source: openrouterModels, parsed: { readings, models, skipped: [] }, bodies: [], failure: null };
}

describe("OpenRouter's models go by the ids they are known by", () => {
  const known = [aModel({ id: "acme/nano-4.8" })];
  test.each<[string, readonly string[], readonly string[], readonly string[]]>([
    ["as before", ["acme/nano-4.8"], ["acme/nano-4.8"], []],
    ["under another spelling", ["acme/nano-4-8"], ["acme/nano-4.8"], ["acme/nano-4-8 for acme/nano-4.8"]],
    ["under both", ["acme/nano-4-8", "acme/nano-4.8"], ["acme/nano-4.8"], ["acme/nano-4-8 for acme/nano-4.8"]],
    ["another version", ["acme/nano-48"], ["acme/nano-48"], []],
    ["another grade", ["acme/nano-4-8-mini"], ["acme/nano-4-8-mini"], []],
  ])("%s", (_, listedIds, ids, told) => {
    const { sources, findings } = underKnownIds([listOf(...listedIds)], { models: known });
    expect(sources[0]?.parsed?.models.map(({ id }) => id)).toEqual(ids);
    expect(sources[0]?.parsed?.readings.map(({ model }) => model)).toEqual(ids);
    expect(findings.map(({ detail }) => detail.replace(/^.*: /, ""))).toEqual(told);
  });

  test("of two new spellings one is taken, and what the platform calls it stays", () => {
    const [night] = underKnownIds([listOf("acme/nano-4_8", "acme/nano-4-8")], { models: known }).sources;
    expect(night?.parsed?.readings.map(({ model, upstreamId }) => [model, upstreamId])).toEqual([
      ["acme/nano-4.8", "acme/nano-4-8"],
    ]);
    expect(night?.parsed?.skipped).toEqual([{ subject: "acme/nano-4_8", why: "another spelling of an id listed beside it" }]);
  });
});

describe("a row of last night under the id it has tonight", () => {
  const rows = (...ids: readonly string[]) => ids.map((upstreamId) => aReading({ upstreamId }));
  test.each<[string, readonly string[], readonly string[], readonly string[]]>([
    ["spelled otherwise", ["acme/nano-4.8"], ["Acme/Nano-4-8"], ["Acme/Nano-4-8"]],
    ["both are there", ["a-4.8", "a-4-8"], ["a-4-8", "a-4.8"], ["a-4.8", "a-4-8"]],
    ["one of two is gone", ["a-4.8", "a-4-8"], ["a-4-8"], ["a-4.8", "a-4-8"]],
    ["two came for one", ["a-4.8"], ["a-4-8", "A-4.8"], ["a-4.8"]],
    ["another came", ["a-4.8"], ["a-4.9"], ["a-4.8"]],
  ])("%s", (_, before, tonight, expected) => {
    expect(asSpelledTonight(rows(...before), rows(...tonight)).map(({ upstreamId }) => upstreamId)).toEqual(expected);
  });
});
