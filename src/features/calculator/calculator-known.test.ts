import { expect, test } from "vitest";
import { A_CENT, aWorkload } from "../../../tests/builders/a-workload.ts";
import { modelFinder } from "../../domain/text/model-finder.ts";
import { withoutUnknownIds } from "./calculator-known.ts";
import { readCalculator } from "./calculator-url.ts";

const DEFAULTS = {
  presets: [{ id: "chat", name: "Chat", meaning: "Chat", worseAnswer: A_CENT, ...aWorkload() }],
  model: "acme/nano",
};
const MODELS = [
  ["acme/nano", "Nano"],
  ["acme/mini", "Mini 2 Preview"],
] as const;
const { nearest } = modelFinder(MODELS.map(([id, name]) => ({ id, name, canonicalSlug: null, otherNames: [] })));
const KNOWN = { models: new Map<string, string>(MODELS), platforms: new Set(["azure", "openrouter"]), nearest };
const read = (query: string) => withoutUnknownIds(readCalculator(new URLSearchParams(query), DEFAULTS), KNOWN);

test.each([
  ["model=Mini 2", "model", "No model here is called “Mini 2”.", " Nearest: Mini 2 Preview."],
  ["model=acme/nano&model2=zzz", "model2", "No model here is called “zzz”.", ""],
  ["model=<script>", "model", "No model here is called “<script>”.", ""],
  ["model=", "model", "Which model? Type a name.", ""],
])("a model that nobody knows has no answer and no model in its place: %s", (query, name, message, near) => {
  const { state, problems, unanswered } = read(query);
  expect(state.lines.some(({ model }) => !KNOWN.models.has(model))).toBe(true);
  expect([...problems]).toEqual([[name, message]]);
  expect(unanswered).toEqual([`${message}${near}`]);
});

test.each([
  ["platform=azure,aws", "platform", "No platform here is called “aws”."],
  ["discount=aws:5", "discount", "No platform here is called “aws”."],
  ["model=acme/nano&model2=acme/mini&price2=aws:1", "price2", "No platform here is called “aws”."],
  ["platform=aws,a b", "platform", "“a b” is not a platform’s id. No platform here is called “aws”."],
])("an unknown platform is told beside its field: %s", (query, name, message) => {
  expect([...read(query).problems]).toEqual([[name, message]]);
});

test("platforms to look at are only those there are", () => {
  expect(read("platform=azure,aws").state.platforms).toEqual(["azure"]);
});

test("nothing to say about what is known", () => {
  const { problems, unanswered } = read("model=acme/mini&platform=azure&discount=openrouter:5&price=azure:1");
  expect(problems.size).toBe(0);
  expect(unanswered).toEqual([]);
});
