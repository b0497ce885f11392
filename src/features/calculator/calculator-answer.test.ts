import { expect, test } from "vitest";
import { aSchedule, aSeller, CARD_5_5 } from "../../../tests/builders/a-schedule.ts";
import { A_CENT, aWorkload } from "../../../tests/builders/a-workload.ts";
import { anOffer, type OfferOverrides } from "../../../tests/builders/an-offer.ts";
import { plainText } from "../../site/words/answer.ts";
import { billAnswer } from "./calculator-answer.ts";
import { monthOf } from "./calculator-month.ts";
import { readCalculator } from "./calculator-url.ts";
import { paidNow } from "./paid-now.ts";

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

const sold = (model: string, platform: string, input: string, more: OfferOverrides = {}) =>
  anOffer({ model, platform, prices: { input, output: "1" }, ...more });
const SELLERS = new Map([
  ["openrouter", aSeller({ name: "OpenRouter", kind: "router", fees: aSchedule({ topUp: [CARD_5_5] }) })],
  ["vercel", aSeller({ name: "Vercel", kind: "router", fees: null })],
  ["acme", aSeller({ name: "Acme", kind: "direct", listMakers: ["acme"] })],
  ["bolt", aSeller({ name: "Bolt", kind: "direct", listMakers: ["bolt"] })],
  ["azure", aSeller({ name: "Azure", kind: "cloud" })],
]);
const NAMES = new Map([
  ["acme/nano", "Nano"],
  ["bolt/mini", "Mini"],
]);
const says = (query: string, offers: readonly ReturnType<typeof sold>[]) => {
  const { state } = readCalculator(new URLSearchParams(query), DEFAULTS);
  const byModel = Map.groupBy(offers, ({ model }) => model);
  return plainText(billAnswer(monthOf(state, { offers: byModel, modelNames: NAMES, sellers: SELLERS })));
};
/** A thousand requests are $10 of Nano, $20 of Mini; OpenRouter takes 5.5 % on them, Vercel nobody knows what. */
const BOTH = ["openrouter", "vercel"].flatMap((id) => [sold("acme/nano", id, "10"), sold("bolt/mini", id, "20")]);
const MAKERS = [sold("acme/nano", "acme", "10"), sold("bolt/mini", "bolt", "20")];
const BILL = "model=acme/nano&paid=1055&model2=bolt/mini&paid2=2110";

test.each([
  [
    "several makers, cheaper than one platform",
    BILL,
    [...BOTH, ...MAKERS],
    [
      "$3,165.00 at OpenRouter pays for 200,000 requests a month, fees included. Nano and Mini cost $3,000.00 a month bought at Acme and Bolt, saving $165.00 a month against your bill, at list price.",
      "All at one platform: $3,165.00 at OpenRouter, $165.00 more, tied with Vercel as cheapest of 2 platforms with a confirmed price.",
    ],
  ],
  [
    "one platform, whose fee nobody knows",
    "model=acme/nano&paid=1055",
    [sold("acme/nano", "openrouter", "10"), sold("acme/nano", "vercel", "9")],
    ["Nano costs $900.00 – $949.50 a month at Vercel, saving $105.50 – $155.00 a month against your bill, cheapest of 2"],
  ],
  [
    "a fee that may eat it up",
    "model=acme/nano&paid=1055",
    [sold("acme/nano", "openrouter", "10"), sold("acme/nano", "vercel", "10"), sold("acme/nano", "azure", "11")],
    ["$1,055.00 a month at OpenRouter, where you pay now, tied with Vercel as"],
  ],
  [
    "a bill whose own fee nobody knows",
    "model=acme/nano&paid=1000&paid-at=vercel",
    [sold("acme/nano", "vercel", "10"), sold("acme/nano", "acme", "10")],
    [
      "$1,000.00 at Vercel pays for at most 100,000 requests a month",
      "at Acme, saving up to $52.13 a month against your bill, cheapest",
    ],
  ],
  [
    "a platform that costs more",
    "model=acme/nano&paid=1055&platform=azure",
    [sold("acme/nano", "openrouter", "10"), sold("acme/nano", "azure", "11")],
    ["at Azure, no less than your bill, the only platform"],
  ],
] as const)("a bill is held against what is cheapest, in dollars a month: %s", (_, query, offers, parts) => {
  for (const part of parts) expect(says(query, offers)).toContain(part);
});

test.each([
  ["lines that count requests are no part of the bill", "model=acme/nano&paid=1055&model2=bolt/mini&requests2=7000"],
  ["nor are lines that count tokens", "model=acme/nano&paid=1055&model2=bolt/mini&million-in2=7"],
])("%s", (_, query) => {
  const text = says(query, [...BOTH, ...MAKERS]);
  expect(text).toMatch(
    /^\$1,055\.00 at OpenRouter pays for 100,000 requests of Nano a month, fees included\. The other lines come on top\. Nano and Mini cost \$1,1/,
  );
  expect(text).not.toContain("your bill");
});

test.each([
  ["model=acme/nano&requests=2500", 26.38],
  ["model=acme/nano&million-in=5", 52.75],
  ["model=acme/nano&paid-at=vercel", 10],
  ["model=acme/nano&paid-at=bolt", 0],
])("a bill for %s starts from what it costs there now: $%d", (query, usd) => {
  const { state } = readCalculator(new URLSearchParams(query), DEFAULTS);
  expect(paidNow(state, 0, { offers: Map.groupBy(BOTH, ({ model }) => model), sellers: SELLERS })).toBe(usd);
});

test("a bill of nothing is asked for", () => {
  expect(says("model=acme/nano&paid=0", BOTH)).toBe("What do you pay a month? Type it in: $0 pays for nothing.");
});

test("a platform that several lines are bought at is named once", () => {
  const text = says("model=acme/nano&model2=bolt/mini&model3=acme/nano", [...BOTH, ...MAKERS]);
  expect(text).toContain("Nano and Mini cost $40.00 a month bought at Acme and Bolt,");
});

const inEu = { region: "eu", regionGroup: "eu" } as const;
test.each([
  [
    "in a region",
    "region=eu",
    [sold("acme/nano", "azure", "9", { ...inEu, evidence: "reported" }), ...MAKERS],
    "No price of Nano is confirmed in the EU.",
  ],
  ["anywhere", "", [sold("acme/nano", "azure", "9", { evidence: "reported" })], "No price of Nano is confirmed."],
  ["at the platforms chosen", "platform=azure", MAKERS, "None of the chosen platforms sells Nano."],
  [
    "for so long a prompt",
    "in=99999999&out=500",
    [sold("acme/nano", "acme", "10", { contextTokens: 1_000_000 })],
    "No offer of Nano takes a request of 99,999,999 tokens in and 500 out.",
  ],
  [
    "of one model of two",
    "model=acme/nano&model2=bolt/mini",
    [sold("acme/nano", "acme", "10")],
    "No price of Mini is confirmed.",
  ],
  [
    "of several models, in one sentence",
    "model=acme/nano&model2=bolt/mini&region=eu",
    ["acme/nano", "bolt/mini"].map((model) => sold(model, "azure", "9", { ...inEu, evidence: "reported" })),
    "No price of Nano or Mini is confirmed in the EU.",
  ],
] as const)("where nothing is cheapest the answer says what is missing: %s", (_, query, offers, text) => {
  expect(says(query, offers)).toBe(text);
});

test.each([
  ["0.3", ""],
  ["0.29", " Unconfirmed: $0.29 at Azure, one catalogue only."],
] as const)("a month of $0.10 and $0.20 is not undercut by one of $%s but for more than noise", (unconfirmed, said) => {
  const offers = [
    ...[sold("acme/nano", "acme", "0.1"), sold("bolt/mini", "acme", "0.2")],
    ...[
      sold("acme/nano", "azure", unconfirmed, { evidence: "reported" }),
      sold("bolt/mini", "azure", "0", { evidence: "reported" }),
    ],
  ];
  const text = says("model=acme/nano&model2=bolt/mini", offers);
  expect(text.includes("Unconfirmed")).toBe(said !== "");
  expect(text).toContain(said);
});

test("an unknown fee is a range against the list price too", () => {
  const offers = [sold("acme/nano", "vercel", "10"), ...MAKERS];
  expect(says("platform=vercel", offers)).toContain("up to 5.5\u202f% over the list price of $10.00");
});

test("how prices are known is said once for the days that share it", () => {
  const on = (day: string): OfferOverrides => {
    const source = { id: "list-prices", url: "https://acme.example/prices", readAt: `${day}T00:00:00Z`, hand: "first" } as const;
    return { source, evidence: "transcribed" };
  };
  const makers = [sold("acme/nano", "acme", "10", on("2026-08-24")), sold("bolt/mini", "bolt", "20", on("2026-08-03"))];
  expect(says("model=acme/nano&model2=bolt/mini", makers)).toContain("Prices: written down from its page, 24 Aug and 3 Aug.");
});
