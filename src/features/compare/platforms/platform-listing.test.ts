import { describe, expect, test } from "vitest";
import { aSheet, SELLERS } from "../../../../tests/builders/a-sheet.ts";
import { aWorkload } from "../../../../tests/builders/a-workload.ts";
import type { OfferOverrides } from "../../../../tests/builders/an-offer.ts";
import { ID_NAMES } from "../../../../tests/builders/platform/a-compared-platform.ts";
import { aFact, aPlatform } from "../../../../tests/builders/platform/a-platform.ts";
import { type Platform, sellerOn } from "../../../domain/platform/platform.ts";
import type { RegionChoice } from "../../../site/address/region-choice.ts";
import { withListings } from "./listings.ts";
import { platformFile } from "./platform-listing.ts";

const platform = (id: string, more: Readonly<Record<string, unknown>> = {}) =>
  aPlatform({
    id,
    name: id.toUpperCase(),
    kind: "router",
    api: aFact({ baseUrl: null, speaks: ["openai"], keyEnv: null }),
    ...more,
  });
const list: OfferOverrides = { platform: "acme", prices: { input: "1", output: "4" } };
const workload = aWorkload({ outputTokens: 500 });
const sellersWith = (platform: Platform) =>
  new Map([...SELLERS, ...(platform.kind === "byok" ? [[platform.id, sellerOn(platform, "2026-08-22", [])] as const] : [])]);
const compared = (platform: Platform, ...sheets: readonly (readonly OfferOverrides[])[]) =>
  comparedIn("any", platform, ...sheets);
const comparedIn = (region: RegionChoice, platform: Platform, ...sheets: readonly (readonly OfferOverrides[])[]) => {
  const sellers = sellersWith(platform);
  const file = platformFile(platform, {
    sheets: sheets.map((offers, at) => aSheet(offers, { id: `acme/nano-${at}`, name: `Nano ${at}` })),
    ...{ asOf: "2026-08-22", workload, sellers },
  });
  return withListings(JSON.parse(JSON.stringify(file)), { workload, region, counted: "confirmed" }, sellers, ID_NAMES);
};

test("a platform is listed with its plainest standard offers, their month and day", () => {
  const { listings, notes, sellsTokens } = compared(
    platform("openrouter"),
    [list, { platform: "openrouter" }, { platform: "openrouter", host: "swift", prices: { input: "0.1", output: "0.1" } }],
    [list],
  );
  expect(listings).toEqual([
    {
      id: "acme/nano-0",
      name: "Nano 0",
      offerId: "acme/nano-0@openrouter",
      cacheRead: null,
      fits: true,
      hostName: null,
      region: null,
      input: 1_000_000,
      output: 2_000_000,
      monthUsd: 2.11,
      lowMonthUsd: 2,
      isUnconfirmed: false,
      isLeftOut: false,
      isMonthAssumed: false,
      readOn: "2026-08-22",
    },
  ]);
  expect([sellsTokens, notes]).toEqual([
    true,
    ["Not known of months at OPENROUTER: fees unknown (upper figure: the most they may be)."],
  ]);
});

test("a month that bills cached input as input is assumed, unless the platform sells no cached input", () => {
  const offers: readonly OfferOverrides[] = [{ platform: "openrouter" }, { platform: "vercel", gaps: { cacheRead: "notSold" } }];
  const cached = aWorkload({ outputTokens: 500, cachedShare: 0.5 });
  const sheet = aSheet(offers, {}, cached);
  const assumed = ["openrouter", "vercel"].map(
    (id) =>
      withListings(
        platformFile(platform(id), { sheets: [sheet], asOf: "2026-08-22", workload: cached, sellers: SELLERS }),
        { workload: cached, region: "any", counted: "confirmed" },
        SELLERS,
        ID_NAMES,
      ).listings[0]?.isMonthAssumed,
  );
  expect(assumed).toEqual([true, false]);
});

test.each([
  ["own", [], "confirmed", false],
  ["reported", [], "confirmed", true],
  ["reported", [], "reported", false],
  ["own", [{ rule: "cacheAboveInput", cacheRead: 2, input: 1 }], "reported", true],
] as const)("a price known as %s, doubts %j, is left out where %s prices count: %s", (evidence, doubts, counted, isLeftOut) => {
  const sheet = aSheet([{ platform: "openrouter", evidence, doubts }], {}, workload);
  const file = platformFile(platform("openrouter"), { sheets: [sheet], asOf: "2026-08-22", workload, sellers: SELLERS });
  expect(withListings(file, { workload, region: "any", counted }, SELLERS, ID_NAMES).listings[0]?.isLeftOut).toBe(isLeftOut);
});

describe("in a region", () => {
  const cloud: readonly OfferOverrides[] = [
    { platform: "cloud", prices: { input: "5", output: "25" } },
    { platform: "cloud", region: "eu-west-1", prices: { input: "5.5", output: "27.5" } },
    { platform: "cloud", region: "us", prices: { input: "5.2", output: "26" } },
  ];

  test.each([
    ["any", [5_000_000], []],
    ["eu", [5_500_000], []],
    ["us", [5_200_000], []],
    ["apac", [], [5_000_000]],
  ] as const)("%s a platform is listed with its offer there, else apart", (region, here, elsewhere) => {
    const { listings, elsewhere: others } = comparedIn(region, platform("cloud", { kind: "cloud" }), cloud);
    expect(listings.map(({ input }) => input)).toEqual(here);
    expect(others.map(({ input }) => input)).toEqual(elsewhere);
  });

  test("a router is listed with its host there", () => {
    const offers: readonly OfferOverrides[] = [
      { platform: "openrouter" },
      { platform: "openrouter", host: "swift" },
      { platform: "openrouter", host: "cloud", region: "eu-west-1", regionGroup: "eu", prices: { input: "3", output: "4" } },
    ];
    const { listings } = comparedIn("eu", platform("openrouter"), offers);
    expect(listings.map(({ input, hostName, region }) => [input, hostName, region])).toEqual([[3_000_000, "cloud", "eu-west-1"]]);
  });
});

test("a prompt longer than what an offer takes has no month", () => {
  const { listings } = compared(platform("small"), [{ platform: "small", contextTokens: 100 }]);
  expect(listings.map(({ fits, monthUsd }) => [fits, monthUsd])).toEqual([[false, null]]);
});

describe("a platform of own keys", () => {
  const flo2 = platform("flo2", {
    kind: "byok",
    fees: { byok: aFact({ percentBps: 500, allowance: null }), subscriptionCentsPerMonth: aFact(1_000) },
  });

  test("takes no fee of OpenRouter's from what the maker asks there", () => {
    const hosted: OfferOverrides = { platform: "openrouter", host: "acme", prices: { input: "1", output: "4" } };
    const months = [[list], [hosted]].map((offers) => compared(flo2, offers).listings[0]?.monthUsd);
    expect(months[0]).toBe(months[1]);
  });

  test("nor a discount there", () => {
    const hosted: OfferOverrides = {
      platform: "openrouter",
      host: "acme",
      prices: { input: "0.5", output: "2" },
      discountBps: 5_000,
    };
    const [listing] = compared(flo2, [hosted]).listings;
    expect([listing?.input, listing?.output]).toEqual([1_000_000, 4_000_000]);
    expect(listing?.monthUsd).toBe(compared(flo2, [list]).listings[0]?.monthUsd);
  });

  test("stands at the makers' list prices, its own fee and plan on top", () => {
    const { listings, sellsTokens, hasUnknownFees } = compared(
      flo2,
      [list, { platform: "openrouter" }],
      [{ platform: "hostly" }],
    );
    expect(listings.map(({ input, output, monthUsd }) => [input, output, monthUsd])).toEqual([[1_000_000, 4_000_000, 13.15]]);
    expect([sellsTokens, hasUnknownFees]).toEqual([false, false]);
  });

  test("says that it sells nothing, and what is not known of its price", () => {
    const unknown = platform("flo2", { kind: "byok", fees: { byok: aFact({ percentBps: 0, allowance: null }) } });
    const { notes, hasUnknownFees } = compared(unknown, [list]);
    expect(notes).toEqual([
      "FLO2 sells no tokens: you bring your own keys and each maker bills you. It stands here at the makers’ list prices; it adds no share of its own; what the service itself costs was not found, so its months leave that out.",
    ]);
    expect(hasUnknownFees).toBe(true);
  });
});

test.each([
  [
    "is closed",
    platform("anyscale", { kind: "host", status: "closed", closedOn: "2024-08-01" }),
    [list],
    "ANYSCALE is closed since 1 Aug 2024: it sells no tokens any more.",
  ],
  ["has no price", platform("edenai"), [list], "We know no token price of EDENAI: only fees and terms can be compared."],
  [
    "names one price only",
    platform("tokenmart"),
    [{ platform: "tokenmart", prices: { output: "20" } }],
    "Of 1 price of TOKENMART we know 1 by output only: they are compared on that, and have no month.",
  ],
  [
    "is checked by nobody",
    platform("tokenmart", { ownPrices: aFact({ kind: "claim", says: "its articles", url: null }) }),
    [{ platform: "tokenmart" }],
    "Prices of TOKENMART are its own claims of 22 Aug 2026, from its articles and site; no machine can check them.",
  ],
  [
    "is only told of by others",
    platform("requesty"),
    [
      {
        platform: "requesty",
        source: { id: "models.dev", url: "https://models.dev/api.json", readAt: "2026-08-12T00:00:00Z", hand: "second" },
        evidence: "reported",
      },
    ],
    "The only price of REQUESTY is unconfirmed: one catalogue alone names it.",
  ],
  [
    "has a price in doubt beside it counts both, as its row does",
    platform("requesty"),
    [{ platform: "requesty", evidence: "reported", doubts: [{ rule: "cacheAboveInput", cacheRead: 2, input: 1 }] }],
    "The only price of REQUESTY is unconfirmed: one catalogue alone names it, or something speaks against it.",
  ],
] satisfies readonly (readonly [string, Platform, readonly OfferOverrides[], string])[])(
  "a platform that %s says so",
  (_, platform, offers, note) => {
    expect(compared(platform, offers).notes).toContain(note);
  },
);

test("facts of a kind share a line, with the figures of their rules", () => {
  const { facts, who } = compared(
    platform("acme", {
      kind: "direct",
      batch: aFact({ scope: "all models", tier: "batch", inputOfBps: 5000, outputOfBps: 5000 }),
      cache: [
        ...aFact({ scope: "Nano", cacheReadOfBps: 1000, cacheWrite5mOfBps: 12_500, cacheWrite1hOfBps: 20_000 }),
        ...aFact({ scope: "others", says: "None." }),
      ],
      certifications: { soc2: aFact("type2") },
      fees: { topUp: aFact([]) },
    }),
    [list],
  );
  expect(facts).toEqual([
    ["Kind", "the maker’s own API"],
    ["API", "OpenAI-compatible"],
    ["Credit purchase fee", "none"],
    [
      "Not included",
      "committed use, volume tiers, provisioned throughput, negotiated rates: not known, we read no page of its own on these",
    ],
    ["Batch", "all models: 50\u202f% of the standard price"],
    ["Prompt cache", "Nano: reads 10\u202f%, writes 125\u202f%, one-hour writes 200\u202f% of input; others: None."],
  ]);
  expect(who.find(({ label }) => label === "Certificates")).toMatchObject({ text: "SOC 2 Type II" });
  expect(who.find(({ label }) => label === "Country")).toEqual({ label: "Country", text: "not known", source: null });
});

test.each([
  [["openrouter", "openai"], "OpenAI-compatible with routing"],
  [["openai", "anthropic"], "OpenAI-compatible, Anthropic Messages"],
])("the dialects %j of a platform are each said once", (speaks, words) => {
  const { facts } = compared(platform("hostly", { api: aFact({ baseUrl: null, speaks, keyEnv: null }) }), [list]);
  expect(facts).toContainEqual(["API", words]);
});
