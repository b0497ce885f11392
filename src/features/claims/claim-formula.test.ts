import { expect, test } from "vitest";
import { ClaimFormula, type ClaimInput } from "../../domain/claim/claim.ts";
import { type ClaimNames, formulaText, inputName, inputsWithUnits, type NamedInput, valueText } from "./claim-formula.ts";

const names: ClaimNames = {
  model: (id) => (id === "acme/nano" ? "Nano" : id),
  platform: (id) => (id === "openrouter" ? "OpenRouter" : id),
  hasPage: (id) => id === "acme/nano",
};
const list = { said: "5.00", today: { look: "list", model: "acme/nano", meter: "input" } } as const;
const fee = {
  said: "5.5",
  today: { look: "figure", platform: "openrouter", figure: "cardFeePercent", topUpCents: 10_000 },
} as const;
const sum = { kind: "sum", terms: [{ tokensM: "100", usdPerMTok: list }], feePercent: fee } as const;

const textOf = (input: ClaimInput, unit: "usd" | "percent" | "plain") =>
  valueText(typeof input === "string" ? input : (input.said ?? "?"), unit);

test.each<[unknown, string | null]>([
  [{ kind: "price", of: list }, "$5.00"],
  [sum, "100M × $5.00 × (1 + 5.5\u202f%)"],
  [
    {
      kind: "sum",
      terms: [
        { tokensM: "15", usdPerMTok: "0.50" },
        { tokensM: "0.002", usdPerMTok: "1" },
      ],
      times: "365",
    },
    "(15M × $0.50 + 2K × $1.00) × 365",
  ],
  [{ kind: "sum", terms: [{ tokensM: "1", usdPerMTok: "0.85" }], bonusPercent: "20" }, "1M × $0.85 ÷ (1 + 20\u202f%)"],
  [
    { kind: "saving", from: sum, to: { kind: "sum", terms: [{ tokensM: "100", usdPerMTok: "4.25" }] }, as: "usd" },
    "100M × $5.00 × (1 + 5.5\u202f%) − (100M × $4.25)",
  ],
  [
    { kind: "saving", from: sum, to: { kind: "sum", terms: [{ tokensM: "100", usdPerMTok: "4.25" }] }, as: "percent" },
    "1 − (100M × $4.25) ÷ (100M × $5.00 × (1 + 5.5\u202f%))",
  ],
  [{ kind: "priceRatio", dividend: list, divisor: "0.09" }, "$5.00 ÷ $0.09"],
  [{ kind: "bonus", paidUsd: "99", creditUsd: "118.80", as: "bonus" }, "$118.80 ÷ $99 − 1"],
  [{ kind: "bonus", paidUsd: "99", creditUsd: "118.80", as: "discount" }, "1 − $99 ÷ $118.80"],
  [{ kind: "feeBuys", paidUsd: "100", feePercent: fee }, "$100 ÷ (1 + 5.5\u202f%)"],
  [
    { kind: "swing", spendUsd: "1000", feePercent: fee, discountPercent: "15", bonusPercent: "6" },
    "$1,000 × (1 + 5.5\u202f%) − $1,000 × (1 − 15\u202f%) ÷ (1 + 6\u202f%)",
  ],
  [{ kind: "effectiveCachedInput", readMultiple: "0.1", hitShare: "0.7", missMultiple: "1" }, "0.1 × 0.7 + 1 × (1 − 0.7)"],
  [{ kind: "fact", platform: "openrouter", trait: "freeTier" }, null],
  [{ kind: "notCheckable", why: "because" }, null],
])("%j reads %s", (formula, text) => {
  expect(formulaText(ClaimFormula.parse(formula), "usd", textOf)).toBe(text);
});

test.each<[NamedInput, string]>([
  [list, "Nano, list input"],
  [{ said: null, today: { ...list.today, promptTokens: 200_001 } }, "Nano, list input for prompts of 200,001 tokens"],
  [{ said: null, today: { ...list.today, peak: true } }, "Nano, list input at peak"],
  [{ said: null, today: { look: "multiple", model: "acme/nano", meter: "cacheRead" } }, "Nano, cached input ÷ input"],
  [
    { said: null, today: { look: "price", platform: "openrouter", model: "acme/nano", meter: "output", tier: "batch" } },
    "Nano at OpenRouter, output (batch)",
  ],
  [fee, "OpenRouter, fee by card"],
  [{ said: null, today: { ...fee.today, figure: "bonusPercent", topUpCents: 99_900 } }, "OpenRouter, bonus on $999"],
  [{ said: "1", today: null }, "the article’s own figure"],
])("%j is called %s", (input, name) => {
  expect(inputName(input, names)).toBe(name);
});

test("names each number once, with its unit, and no constant", () => {
  const twice = ClaimFormula.parse({ ...sum, terms: [...sum.terms, ...sum.terms, { tokensM: "1", usdPerMTok: "2" }] });
  expect(inputsWithUnits(twice, "usd").map(({ unit }) => unit)).toEqual(["usd", "percent"]);
});
