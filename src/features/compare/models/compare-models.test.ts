import { describe, expect, test } from "vitest";
import { aModel } from "../../../../tests/builders/a-model.ts";
import { SELLERS } from "../../../../tests/builders/a-sheet.ts";
import { aPreset, aWorkload } from "../../../../tests/builders/a-workload.ts";
import { anOffer, type OfferOverrides } from "../../../../tests/builders/an-offer.ts";
import { aChoice, aComparedModel, aComparedPlatform, aListing } from "../../../../tests/builders/platform/a-compared-platform.ts";
import { chosenView } from "../compare-chosen.ts";
import { compareUrl } from "../compare-state.ts";
import { compareModels } from "./compare-models.ts";
import { comparedModel } from "./model-listing.ts";

const presets = [aPreset("chat")];
const cheap = aComparedModel("acme/cheap");
const month = (usd: number) => ({ best: { usd, lowUsd: usd, seller: "Acme" }, list: { usd: usd + 10, lowUsd: usd + 10 } });
const dear = aComparedModel("acme/dear", {
  price: { input: 5_000_000, output: 2_000_000, isList: true },
  chosen: month(250),
  months: [month(250)],
  quality: { value: 1_486, interval: [1_472, 1_500], status: "provisional" },
  past: { since: "2026-08-21", low: 5_000_000, high: 8_000_000, changesIn90Days: 1 },
});
const view = (models: readonly (typeof cheap)[], more: Parameters<typeof aChoice>[0] = {}) =>
  compareModels(models, presets, aChoice(more));
const table = (models: readonly (typeof cheap)[], id: string) =>
  (view(models).sections.find((section) => section.id === id)?.table.groups ?? []).map(({ rows }) =>
    rows.map(({ cells }) => cells.map(({ text, notes = [] }) => [text, ...notes].join(" "))),
  );

test("the answer goes by the months of the chosen workload, with times and dollars", () => {
  expect(view([dear, cheap], { region: "eu" }).answer).toBe(
    "cheap at Acme is cheapest for chat in the EU at $100.00 a month; dear costs 2.5 times as much, $150.00 more.",
  );
});

test.each([
  [100, 105.5, 250, 250, "at $100.00 – $105.50 a month; other costs 2.4 times as much, $144.50 – $150.00 more."],
  [100, 100, 237, 250, "at $100.00 a month; other costs 2.5 times as much, $137.00 – $150.00 more."],
  [100, 105.5, 102, 107, "at $100.00 – $105.50 a month; other costs up to $7.00 more."],
  [100, 100, 101, 101, "at $100.00 a month; other costs $1.00 more."],
])("an unknown fee is a range in the answer too: %d to %d against %d to %d", (lowUsd, usd, otherLow, otherUsd, says) => {
  const chosenAt = (low: number, upper: number) => ({
    chosen: { best: { usd: upper, lowUsd: low, seller: "Acme" }, list: null },
  });
  const [one, other] = [
    aComparedModel("acme/one", chosenAt(lowUsd, usd)),
    aComparedModel("acme/other", chosenAt(otherLow, otherUsd)),
  ];
  expect(view([one, other]).answer).toBe(`one at Acme is cheapest for chat ${says}`);
});

test("only tables with figures beside figures say what is beside them", () => {
  const captions = view([dear, cheap]).sections.map(({ id, table: { caption } }) => [id, caption.includes("how many times")]);
  expect(captions).toEqual([
    ["in-short", false],
    ["prices", true],
    ["months", true],
    ["past", false],
    ["abilities", false],
  ]);
});

test("a month that takes something for granted is marked, at the cheapest seller and at list", () => {
  const assumed = "no batch price: billed as standard";
  const marked = { best: { usd: 100, lowUsd: 100, seller: "Acme", assumed }, list: { usd: 110, lowUsd: 110, assumed } };
  const { sections } = view([cheap, aComparedModel("acme/marked", { chosen: marked, months: [marked] })]);
  const hints = (at: string) =>
    sections
      .filter(({ id }) => id === at)
      .flatMap(({ table }) => table.groups.flatMap(({ rows }) => rows.map(({ cells }) => cells.map(({ hint }) => hint))));
  expect(hints("months")).toEqual([
    [undefined, undefined, assumed],
    [undefined, undefined, assumed],
  ]);
  expect(hints("in-short")[1]?.slice(0, 5)).toEqual([undefined, assumed, undefined, assumed, undefined]);
});

test("the short table stands first: cheapest first, with list, quality and limits", () => {
  const [section] = view([dear, cheap]).sections;
  const rows = section?.table.groups[0]?.rows.map(({ cells }) => cells.map(({ text }) => text));
  expect(rows).toEqual([
    ["cheap", "$100.00", "lowest", "$110.00", "$1.00", "$2.00", "not rated", "200K", "unknown"],
    ["dear", "$250.00", "2.5×", "$260.00", "$5.00", "$2.00", "1,486", "200K", "unknown"],
  ]);
  expect(section?.table.groups[0]?.rows[1]?.cells[6]?.notes).toEqual(["(1,472–1,500)", "one source"]);
});

test("ties are called ties", () => {
  const twin = aComparedModel("acme/twin");
  expect(view([cheap, twin]).answer).toBe("cheap at Acme and twin at Acme tie as cheapest for chat at $100.00 a month.");
  expect(table([cheap, twin], "prices")).toEqual([
    [
      ["Input", "$1.00 tie", "$1.00 tie"],
      ["Output", "$2.00 tie", "$2.00 tie"],
    ],
  ]);
});

test("each amount is told against the lowest of its row", () => {
  expect(table([cheap, dear], "prices")).toEqual([
    [
      ["Input", "$1.00 lowest", "$5.00 5× +$4.00"],
      ["Output", "$2.00 tie", "$2.00 tie"],
    ],
  ]);
});

test("every workload is told at the cheapest seller and at list", () => {
  expect(table([cheap, dear], "months")).toEqual([
    [["Chat", "$100.00 lowest Acme", "$250.00 2.5× +$150.00 Acme"]],
    [["Chat", "$110.00 lowest", "$260.00 2.4× +$150.00"]],
  ]);
});

test("the past of a list price is told, or that it is not known", () => {
  expect(table([cheap, dear], "past")[0]?.slice(0, 3)).toEqual([
    ["As it is since", "unknown", "21 Aug 2026"],
    ["Lowest", "unknown", "$5.00"],
    ["Highest", "unknown", "$8.00"],
  ]);
});

test("with unconfirmed platforms the months say so", () => {
  const months = view([cheap, dear], { counted: "reported" }).sections.find(({ id }) => id === "months");
  expect(months?.text).toContain("unconfirmed platforms included");
});

test("what is not known is unknown, and nothing is a multiple of free", () => {
  const none = { best: null, list: null };
  const unknown = aComparedModel("acme/unknown", { price: null, chosen: none, months: [none] });
  const free = aComparedModel("acme/free", { price: { input: 0, output: 0, isList: true } });
  expect(table([free, cheap, unknown], "prices")[0]?.[0]).toEqual(["Input", "free lowest", "$1.00 +$1.00", "unknown"]);
  expect(view([cheap, unknown]).answer).toContain("no month of unknown is confirmed");
  expect(view([unknown, unknown]).answer).toBe("No month of chat is confirmed of any of these models.");
});

test("a price of hosts is not called a list price", () => {
  const hosted = aComparedModel("open/hosted", { price: { input: 1, output: 1, isList: false } });
  expect(view([cheap, hosted]).notes).toEqual([
    "Acme sells hosted at no list price that was confirmed: its prices are those of the median host.",
  ]);
});

test("abilities are told in words", () => {
  const rows = new Map(table([cheap, dear], "abilities")[0]?.map(([label = "", ...cells]) => [label, cells]));
  expect(rows.get("Context")).toEqual(["200K", "200K"]);
  expect(rows.get("Tool calling")).toEqual(["yes", "yes"]);
  expect(rows.get("Weights")).toEqual(["unknown", "unknown"]);
});

describe("a model with the figures of a choice", () => {
  const offers: readonly OfferOverrides[] = [
    { platform: "acme", prices: { input: "5", output: "25" } },
    { platform: "cloud", prices: { input: "4", output: "25" } },
    { platform: "cloud", region: "eu", regionGroup: "eu", prices: { input: "5.5", output: "27.5" } },
    { platform: "hearsay", prices: { input: "1", output: "1" }, evidence: "reported" },
  ];
  const monthsOf = (more: Parameters<typeof aChoice>[0]) => {
    const workload = aWorkload({ outputTokens: 0 });
    const file = { model: aModel(), offers: offers.map((offer) => anOffer(offer)) };
    const { chosen } = comparedModel({ id: "acme/nano", name: "Nano" }, file, aChoice({ workload, ...more }), {
      ...{ sellers: SELLERS, presets: [] },
    });
    return [chosen.best?.lowUsd, chosen.best?.seller, chosen.list?.lowUsd];
  };

  test.each([
    ["any", "confirmed", [4, "cloud", 5]],
    ["eu", "confirmed", [5.5, "cloud (eu)", 5]],
    ["any", "reported", [1, "hearsay", 5]],
    ["apac", "confirmed", [undefined, undefined, 5]],
  ] as const)("%s, %s: %j", (region, counted, months) => {
    expect(monthsOf({ region, counted })).toEqual(months);
  });
});

test.each([
  ["does not say anything of a batch card that counts", undefined],
  ["says that one too old to count is not in it", "batch price too old to count: billed as standard"],
])("a month at list %s", (_, says) => {
  const batch = { tier: "batch", prices: { input: "2.5", output: "12.5" } } as const;
  const offers = [
    anOffer({ platform: "acme", prices: { input: "5", output: "25" } }),
    anOffer({ platform: "acme", ...batch, ...(says === undefined ? {} : { age: "expired" }) }),
  ];
  const workload = aWorkload({ batchShare: 1 });
  const { chosen } = comparedModel({ id: "acme/nano", name: "Nano" }, { model: aModel(), offers }, aChoice({ workload }), {
    ...{ sellers: SELLERS, presets: [] },
  });
  expect([chosen.list?.lowUsd, chosen.list?.assumed]).toEqual(says === undefined ? [2.5, undefined] : [5, says]);
});

const platforms = [aComparedPlatform("a", [aListing("cheap", 1, 2)]), aComparedPlatform("b", [aListing("cheap", 1, 2)])];
const chosen = (query: string, models: readonly (typeof cheap)[]) =>
  chosenView(compareUrl(presets).read(new URLSearchParams(query)).state, {
    platforms: platforms.filter(({ id }) => new RegExp(`p=[^&]*${id}`).test(query)),
    ...{ models, presets },
  });

test.each([
  ["p=a,b", [], ["A vs B"], []],
  ["p=a,b&m=acme/cheap,acme/dear", [cheap, dear], ["These models on these platforms", "cheap vs dear", "A vs B"], []],
  ["p=a,b&m=acme/cheap", [cheap], ["cheap on these platforms", "A vs B"], []],
  ["p=a&m=acme/cheap", [cheap], ["cheap on these platforms"], []],
  ["p=a", [], [], []],
  ["p=a,b,nowhere&m=acme/none", [], ["A vs B"], ["nowhere", "acme/none"]],
] as const)("a choice of %s makes %j", (query, models, titles, unknown) => {
  const { views, unknown: left } = chosen(query, models);
  expect(views.map(({ title }) => title)).toEqual(titles);
  expect(left).toEqual(unknown);
});
