import { expect, test } from "vitest";
import { A_CENT, aWorkload } from "../../../tests/builders/a-workload.ts";
import { onlyKnown } from "./calculator-known.ts";
import { readCalculator } from "./calculator-url.ts";

const DEFAULTS = {
  presets: [{ id: "chat", name: "Chat", meaning: "Chat", worseAnswer: A_CENT, ...aWorkload() }],
  model: "acme/nano",
};
const KNOWN = { models: new Set(["acme/nano", "acme/mini"]), platforms: new Set(["azure", "openrouter"]) };
const read = (query: string) => onlyKnown(readCalculator(new URLSearchParams(query), DEFAULTS), KNOWN, DEFAULTS.model);

test("a line of an unknown model is left out of the sum and says so", () => {
  const { state, problems } = read("model=acme/mini&model2=acme/maxi");
  expect(state.lines.map(({ model }) => model)).toEqual(["acme/mini"]);
  expect([...problems]).toEqual([["model2", "No model here is called “acme/maxi”. This line is left out."]]);
});

test("where no line is left the default model stands in, with the numbers that were given", () => {
  const { state, problems } = read("model=acme/maxi&in=7");
  expect(state.lines).toMatchObject([{ model: "acme/nano", inputTokens: 7 }]);
  expect([...problems.values()]).toEqual(["No model here is called “acme/maxi”. acme/nano is used."]);
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
  expect(read("model=acme/mini&platform=azure&discount=openrouter:5&price=azure:1").problems.size).toBe(0);
});
