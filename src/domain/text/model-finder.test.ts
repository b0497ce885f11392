import { expect, test } from "vitest";
import { type FindableModel, modelFinder } from "./model-finder.ts";

const named = (id: string, name: string, more: Partial<FindableModel> = {}): FindableModel => ({
  id,
  name,
  canonicalSlug: null,
  otherNames: [],
  ...more,
});
const { idOf, nearest } = modelFinder([
  named("anthropic/claude-opus-4.8", "Claude Opus 4.8", {
    canonicalSlug: "anthropic/claude-4.8-opus-20260528",
    otherNames: ["anthropic.claude-opus-4-8-v1:0"],
  }),
  named("anthropic/claude-opus-4.7", "Claude Opus 4.7"),
  named("google/gemini-3.1-pro-preview", "Gemini 3.1 Pro Preview", { otherNames: ["gemini-pro-x"] }),
  named("google/gemini-3.5-flash", "Gemini 3.5 Flash"),
  named("a/nova", "Nova", { otherNames: ["shared"] }),
  named("b/orca", "Orca", { otherNames: ["shared"] }),
]);

test.each([
  ["anthropic/claude-opus-4.8", "anthropic/claude-opus-4.8"],
  ["Claude Opus 4.8", "anthropic/claude-opus-4.8"],
  [" claude opus 4.8 ", "anthropic/claude-opus-4.8"],
  ["claude-opus-4-8", "anthropic/claude-opus-4.8"],
  ["claude-opus-4-8-20260528", "anthropic/claude-opus-4.8"],
  ["anthropic/claude-4.8-opus-20260528", "anthropic/claude-opus-4.8"],
  ["eu.anthropic.claude-opus-4-8-v1:0", "anthropic/claude-opus-4.8"],
  ["gemini-pro-x", "google/gemini-3.1-pro-preview"],
])("any name of one model alone is that model: %s", (text, id) => {
  expect(idOf(text)).toBe(id);
});

test.each(["Gemini 3.1 Pro", "shared", "opus", "", "<script>"])(
  "what is nobody's or two models' name stays as it is: %j",
  (text) => {
    expect(idOf(text)).toBe(text);
  },
);

test.each([
  ["Gemini 3.1 Pro", "google/gemini-3.1-pro-preview"],
  ["gemni flash", "google/gemini-3.5-flash"],
  ["opus 4.9", "anthropic/claude-opus-4.8"],
  ["shared", "a/nova"],
])("the nearest to %s is %s", (text, id) => {
  expect(nearest(text)[0]?.id).toBe(id);
});

test.each(["zzzz", "", "  -  "])("nothing is near to %j", (text) => {
  expect(nearest(text)).toEqual([]);
});
