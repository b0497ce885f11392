import { expect, test } from "vitest";
import { aSeller } from "../../../tests/builders/a-schedule.ts";
import { A_CENT, aWorkload } from "../../../tests/builders/a-workload.ts";
import { anOffer } from "../../../tests/builders/an-offer.ts";
import { billAnswer } from "./calculator-answer.ts";
import { monthOf } from "./calculator-month.ts";
import { readCalculator } from "./calculator-url.ts";

const DEFAULTS = {
  presets: [{ id: "chat", name: "Chat", meaning: "Chat", worseAnswer: A_CENT, ...aWorkload() }],
  model: "acme/nano",
};

test.each([
  ["a", [1, 2], "at a, cheapest of 2 platforms with"],
  ["a and b", [1, 1, 2], "at a, tied with b as cheapest of 3 platforms with"],
  ["more than four", [1, 1, 1, 1, 1, 2], "at a, tied with 4 others as cheapest of 6 platforms with"],
  ["a alone", [1], "at a, the only platform with"],
] as const)("the answer names whoever costs as little: %s", (_, inputs, says) => {
  const ids = inputs.map((_each, at) => "abcdef".charAt(at));
  const offers = inputs.map((input, at) => anOffer({ platform: `${ids[at]}`, prices: { input: `${input}`, output: "2" } }));
  const { state } = readCalculator(new URLSearchParams(), DEFAULTS);
  const month = monthOf(state, {
    offers: new Map([["acme/nano", offers]]),
    modelNames: new Map([["acme/nano", "Nano"]]),
    sellers: new Map(ids.map((id) => [id, aSeller({ name: id })])),
  });
  const text = billAnswer(month).map((phrase) => phrase.text);
  expect(text.join("")).toContain(says);
});
