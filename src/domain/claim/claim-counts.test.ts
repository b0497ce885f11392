import { expect, test } from "vitest";
import { aSheet } from "../../../tests/builders/a-sheet.ts";
import { aWorkload } from "../../../tests/builders/a-workload.ts";
import type { OfferOverrides } from "../../../tests/builders/an-offer.ts";
import { claimCount, claimMedian, claimShare } from "./claim-counts.ts";

const workload = aWorkload({ outputTokens: 500 });
const list: OfferOverrides = { platform: "acme", prices: { input: "1", output: "4" } };
const routed = (overrides: OfferOverrides): OfferOverrides => ({ platform: "openrouter", ...overrides });
const priced = (input: string, output: string): OfferOverrides => routed({ prices: { input, output } });

const sheets = [
  aSheet([list, priced("1", "4"), routed({ tier: "free", prices: { input: "0", output: "0" } })], { id: "acme/equal" }),
  aSheet([list, priced("1", "3"), routed({ host: "a" }), routed({ host: "b" })], { id: "acme/below" }),
  aSheet([list, priced("0.5", "5"), routed({ host: "a", quantization: "fp8" })], { id: "acme/mixed" }),
  aSheet(
    [list, priced("1", "3"), routed({ status: "retired", host: "old" })].map((offer) => ({ ...offer, status: "retired" })),
    {
      id: "acme/gone",
    },
  ),
  aSheet([priced("9", "9")], { id: "other/no-list", maker: "other" }),
];

test("counts OpenRouter's plain models, its free ones and its hosts, without what is retired", () => {
  expect(claimCount("openrouterModels", sheets)).toBe(4);
  expect(claimCount("openrouterFreeModels", sheets)).toBe(1);
  expect(claimCount("openrouterHosts", sheets)).toBe(2);
});

test("what OpenRouter's newer list leaves out counts neither among its models nor among its free ones, another doubt does", () => {
  const gone = [{ rule: "notInNewerList", source: "pi-ai", readAt: "2026-11-20T00:00:00Z" } as const];
  const otherDoubt = [{ rule: "cacheAboveInput", cacheRead: 2, input: 1 } as const];
  const market = (doubts: NonNullable<OfferOverrides["doubts"]>) => [
    aSheet([routed({ doubts }), routed({ tier: "free", prices: { input: "0", output: "0" }, doubts })]),
  ];
  const counted = [gone, otherDoubt].map((doubts) =>
    (["openrouterModels", "openrouterFreeModels"] as const).map((what) => claimCount(what, market(doubts))),
  );
  expect(counted).toEqual([
    [0, 0],
    [1, 1],
  ]);
});

test.each([
  ["openrouterEqualToList", 3333],
  ["openrouterBelowList", 3333],
  ["openrouterAboveList", 3333],
] as const)("%s is a third: one equal, one below, and one with a cheaper input and a dearer output is above", (what, bps) => {
  expect(claimShare(what, sheets, workload)).toBe(bps);
});

test("multiples of input are counted over standard listings with both prices, ends included", () => {
  const offers = [
    { prices: { input: "1", output: "3", cacheRead: "0.1" } },
    { prices: { input: "1", output: "10", cacheRead: "0.5" }, region: "eu" },
    { prices: { input: "1", output: "10.01", cacheRead: "0.09" }, region: "us" },
    { prices: { input: "1", output: "2" }, region: "ap" },
    { prices: { output: "2" }, region: "uk" },
    { prices: { input: "1", output: "5" }, tier: "batch" as const },
  ];
  expect(claimShare("outputThreeToTenTimesInput", [aSheet(offers)], workload)).toBe(5000);
  expect(claimShare("cacheReadTenToFiftyPercentOfInput", [aSheet(offers)], workload)).toBe(6667);
});

test("every region of a cloud is an offer of its own", () => {
  const cloud = (region: string | null, input: string): OfferOverrides => ({
    platform: "amazon-bedrock",
    region,
    prices: { input, output: "4" },
  });
  const sheet = aSheet([list, cloud(null, "1"), cloud("eu", "1.1"), cloud("us", "1.1"), cloud("jp", "0.9")]);
  expect(claimShare("cloudAboveList", [sheet], workload)).toBe(5000);
});

test("the cheapest host is compared with the median of three or more, each at its cheapest", () => {
  const hosted = (host: string, input: string, extra: OfferOverrides = {}) =>
    routed({ host, prices: { input, output: "0.000001" }, ...extra });
  const sheet = aSheet([
    hosted("a", "1"),
    hosted("b", "2"),
    hosted("b", "9", { quantization: "fp8" }),
    hosted("c", "4"),
    hosted("d", "0.1", { tier: "flex" }),
  ]);
  expect(claimShare("cheapestRouteSaving", [sheet], workload)).toBe(5000);
  expect(claimShare("cheapestRouteSaving", [aSheet([hosted("a", "1"), hosted("b", "2")])], workload)).toBeNull();
});

test("a share of nothing is no share", () => {
  expect(claimShare("openrouterEqualToList", [], workload)).toBeNull();
});

test.each([
  ["outputMultiple", 4_000],
  ["cacheReadMultiple", 100],
  ["cacheReadMultipleOthers", 250],
  ["cloudInputMultiple", 1_050],
] as const)("the median %s over standard listings is %i thousandths", (what, thousandths) => {
  const claude = aSheet(
    [
      { prices: { input: "1", output: "5", cacheRead: "0.1" } },
      { region: "eu", prices: { input: "1", output: "5", cacheRead: "0.1" } },
    ],
    {
      id: "anthropic/claude",
      maker: "anthropic",
    },
  );
  const other = aSheet([
    list,
    { region: "us", prices: { input: "2", output: "6", cacheRead: "0.5" } },
    { tier: "batch", prices: { input: "1", output: "99" } },
  ]);
  const cloud = aSheet([
    list,
    { platform: "azure", prices: { input: "1", output: "4" } },
    { platform: "azure", region: "eu", prices: { input: "1.1", output: "4" } },
  ]);
  const used =
    what === "cloudInputMultiple"
      ? [cloud]
      : what === "outputMultiple"
        ? [other, aSheet([{ prices: { input: "1", output: "4" } }])]
        : [claude, other];
  expect(claimMedian(what, used)).toBe(thousandths);
});

test("a median of nothing is none", () => {
  expect(claimMedian("outputMultiple", [])).toBeNull();
});
