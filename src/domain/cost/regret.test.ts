import { expect, test } from "vitest";
import { aSeller } from "../../../tests/builders/a-schedule.ts";
import { aWorkload } from "../../../tests/builders/a-workload.ts";
import { anOffer } from "../../../tests/builders/an-offer.ts";
import type { Sellers } from "../offer/seller.ts";
import { DEFAULT_RANK_OPTIONS, rankOffers } from "../ranking/cheapest.ts";
import type { AssessedOffer } from "../source/assessed-offer.ts";
import { BLEND_3_TO_1, regretBetween } from "./regret.ts";
import type { Workload } from "./workload.ts";

const sellers: Sellers = new Map([["hostly", aSeller()]]);
const lowInput = anOffer({ host: "low-input", prices: { input: "1", output: "10" } });
const lowOutput = anOffer({ host: "low-output", prices: { input: "2", output: "8" } });
const answers = aWorkload({ inputTokens: 0, outputTokens: 1_000 });
const reading = aWorkload();
const ranked = (offers: readonly AssessedOffer[], workload: Workload) =>
  rankOffers(offers, workload, sellers, DEFAULT_RANK_OPTIONS);
const regret = (offers: readonly AssessedOffer[], workload: Workload = answers) =>
  regretBetween(ranked(offers, BLEND_3_TO_1), ranked(offers, workload));

test("the blend's month is the blended price per million tokens", () => {
  const [row] = rankOffers([anOffer({ prices: { input: "2", output: "12" } })], BLEND_3_TO_1, sellers, DEFAULT_RANK_OPTIONS);
  expect(row?.month).toMatchObject({ usd: 4.5 });
});

test("buying answers from the blend's winner costs a quarter more", () => {
  expect(regret([lowInput, lowOutput])).toEqual({
    kind: "measured",
    blendWinner: lowInput.id,
    workloadWinner: lowOutput.id,
    extraUsd: 2,
    extraBps: 2_500,
  });
});

test("there is no regret where the blend chose right", () => {
  expect(regret([lowInput, lowOutput], reading)).toMatchObject({ kind: "measured", extraUsd: 0, extraBps: 0 });
});

test("what differs in float noise alone is the same month", () => {
  const [noisy, exact] = [anOffer({ host: "a", prices: { input: "0.1", output: "0.2" } }), anOffer({ host: "b" })];
  const at = (offer: AssessedOffer, upperUsd: number) =>
    ranked([offer], reading).map((row) => ({ ...row, landed: row.landed && { ...row.landed, upperUsd } }));
  const blend = [...at(noisy, 1), ...at(exact, 2)];
  const forReading = [...at(exact, 0.3), ...at(noisy, 0.1 + 0.2)];
  expect(regretBetween(blend, forReading)).toMatchObject({ kind: "measured", extraUsd: 0, extraBps: 0 });
});

test("a winner that cannot take the prompt is worse than dear", () => {
  const short = anOffer({ host: "short", prices: { input: "0.1", output: "0.1" }, contextTokens: 5_000 });
  const long = aWorkload({ inputTokens: 6_000 });
  expect(regret([short, lowInput], long)).toEqual({ kind: "cannotServe", blendWinner: short.id, workloadWinner: lowInput.id });
});

test.each([
  ["nobody", []],
  ["one seller", [lowInput]],
  ["one seller and a batch card", [lowInput, anOffer({ tier: "batch" })]],
])("with %s there is nothing to regret", (_, offers) => {
  expect(regret(offers)).toEqual({ kind: "noChoice" });
});
