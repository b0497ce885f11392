import { expect, test } from "vitest";
import { anOffer } from "../../../../tests/builders/an-offer.ts";
import { Prices } from "../../offer/meter.ts";
import { keptByStandard } from "./kept-by-standard.ts";

type Aged = Parameters<typeof keptByStandard>[0][number];
type Change = Partial<Pick<Aged, "tier" | "region" | "age" | "evidence">>;

const half = (platform: string, tier: string) => (platform === "openai" && tier === "batch" ? 5_000 : null);
const sold = (input: string, output: string, { tier = "standard", region = null, ...change }: Change): Aged => ({
  ...anOffer({ model: "openai/gpt-4.1", platform: "openai", tier, region, prices: { input, output } }),
  ...{ evidence: "transcribed", age: "fresh", contradictedBy: null },
  ...change,
});
const LIST = sold("2", "8", {});
const BATCH = { tier: "batch", age: "aging" } as const;

test("a batch of GPT-4.1 at OpenAI, written down 48 days ago, is half of a price that a catalogue of this week shows: fresh", () => {
  expect(keptByStandard([sold("1", "4", BATCH), LIST], half).map(({ age }) => age)).toEqual(["fresh", "fresh"]);
});

const CASES: readonly (readonly [what: string, offer: Aged, standard: Aged | null, age: Aged["age"]])[] = [
  ["past sixty days", sold("1", "4", { ...BATCH, age: "expired" }), LIST, "fresh"],
  ["not quite half", sold("1", "5", BATCH), LIST, "aging"],
  ["half but for rounding", sold("1.001", "4", BATCH), LIST, "fresh"],
  ["the standard card is as old", sold("1", "4", BATCH), sold("2", "8", { age: "aging" }), "aging"],
  ["the standard card is gone", sold("1", "4", BATCH), null, "aging"],
  ["the standard card is another region's", sold("1", "4", { ...BATCH, region: "eu" }), LIST, "aging"],
  ["one catalogue's word", sold("1", "4", { ...BATCH, evidence: "reported" }), LIST, "aging"],
  ["a tier of which the platform names no share", sold("1", "4", { ...BATCH, tier: "flex" }), LIST, "aging"],
  ["without an output", { ...sold("1", "4", BATCH), prices: Prices.decode({ input: "1" }) }, LIST, "aging"],
];

test.each(CASES)("%s", (_, offer, standard, age) => {
  expect(keptByStandard([offer, ...(standard === null ? [] : [standard])], half)[0]?.age).toBe(age);
});

test("a newer reading that says otherwise is believed", () => {
  const contradictedBy = {
    offer: LIST.id,
    source: LIST.source,
    prices: Prices.decode({ input: "3", output: "9" }),
    conditions: [],
    changedAt: LIST.changedAt,
  };
  expect(keptByStandard([{ ...sold("1", "4", BATCH), contradictedBy }, LIST], half)[0]?.age).toBe("aging");
});
