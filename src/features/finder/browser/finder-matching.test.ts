import { expect, test } from "vitest";
import { aModel } from "../../../../tests/builders/a-model.ts";
import { aSeller } from "../../../../tests/builders/a-schedule.ts";
import { aPreset } from "../../../../tests/builders/a-workload.ts";
import { anOffer, type OfferOverrides } from "../../../../tests/builders/an-offer.ts";
import { Prices } from "../../../domain/offer/meter.ts";
import { DEFAULT_RANK_OPTIONS } from "../../../domain/ranking/cheapest.ts";
import { modelSheet } from "../../../domain/reference/model-sheet.ts";
import { finderJson } from "../finder-json.ts";
import { finderPlacesJson } from "../finder-places-json.ts";
import { finderUrl } from "../finder-state.ts";
import { filtersOffers } from "../matching-offers.ts";
import { withMatchingOffers } from "./finder-matching.ts";

const chat = aPreset("chat", { requests: 100_000, outputTokens: 500 });
const sellers = new Map([
  ["acme", aSeller({ kind: "direct", listMakers: ["acme"] })],
  ["cloudy", aSeller({ kind: "cloud" })],
  ["hostly", aSeller()],
]);
const FACTS = { qualityOf: () => null, policyOf: (id: string) => ({ acme: 1, cloudy: 2 })[id] ?? 0 };

const sheetOf = (id: string, offers: readonly OfferOverrides[]) => {
  const model = aModel({ id, contextTokens: 400_000 });
  const sold = offers.map((offer) => anOffer({ ...offer, model: id }));
  return modelSheet({ model, offers: sold, past: { listPrices: [], secondsOf: () => [] } }, chat, sellers, DEFAULT_RANK_OPTIONS);
};
const price = (input: string, output: string) => ({ prices: { input, output } });
const sheets = [
  sheetOf("acme/nano", [
    { platform: "hostly", ...price("1", "1"), contextTokens: 32_000 },
    { platform: "acme", ...price("2", "2"), contextTokens: 400_000 },
    { platform: "cloudy", region: "eu-west-1", regionGroup: "eu", ...price("2.2", "2.2"), contextTokens: 400_000 },
    { platform: "cloudy", region: "eu-north-1", regionGroup: "eu", ...price("3", "3"), contextTokens: 400_000 },
  ]),
  sheetOf("acme/short", [{ platform: "hostly", ...price("5", "5") }]),
];
const data = finderJson({ sheets, presets: [chat], sellers }, FACTS);
const places = finderPlacesJson({ sheets, presets: [chat], sellers }, data);
const url = finderUrl({ makers: ["acme"], platforms: data.platforms, presets: ["chat"] });

/** The seller, the lowest input price and whether each model is kept, for a query. */
function left(search: string) {
  const { sellers: texts, workloads, lowestInput, isKept } = withMatchingOffers(data, places, url.read(search));
  return data.ids.map((_, at) => [texts[workloads[0]?.cheapest[at] ?? -1] ?? null, lowestInput[at], isKept?.[at] ?? true]);
}

test.each([
  [
    "?region=eu",
    [
      ["cloudy (eu-west-1)", 2_200_000, true],
      [null, null, false],
    ],
  ],
  [
    "?region=us",
    [
      [null, null, false],
      [null, null, false],
    ],
  ],
  [
    "?data-policy=no-training",
    [
      ["acme", 2_000_000, true],
      [null, null, false],
    ],
  ],
  [
    "?data-policy=zero-retention",
    [
      ["cloudy (eu-west-1)", 2_200_000, true],
      [null, null, false],
    ],
  ],
  [
    "?min-context=200000",
    [
      ["acme", 2_000_000, true],
      ["hostly", 5_000_000, true],
    ],
  ],
  [
    "?region=eu&data-policy=zero-retention&min-context=400000",
    [
      ["cloudy (eu-west-1)", 2_200_000, true],
      [null, null, false],
    ],
  ],
])("%s leaves the cheapest of those who answer there: %j", (search, expected) => {
  expect(left(search)).toEqual(expected);
});

test("an offer that another undercuts for everybody is left out of the file", () => {
  expect(places.models).toHaveLength(4);
});

test("of equal months the first keeps its place, though another is more private", () => {
  const offer = { ...price("2", "2"), contextTokens: 400_000 };
  const even = [
    sheetOf("acme/even", [
      { platform: "acme", ...offer },
      { platform: "cloudy", ...offer },
    ]),
  ];
  const model = finderJson({ sheets: even, presets: [chat], sellers }, FACTS);
  const { sellers: texts, workloads } = withMatchingOffers(
    model,
    finderPlacesJson({ sheets: even, presets: [chat], sellers }, model),
    url.read("?min-context=1"),
  );
  expect(texts[workloads[0]?.cheapest[0] ?? -1]).toBe("acme");
});

test("a seller in a region says that its price for long prompts is assumed, in the workload whose prompts are as long", () => {
  const assumedTiers = [{ promptTokensAbove: 200_000, prices: Prices.parse({ input: "4" }) }];
  const euOnly = [
    sheetOf("acme/long", [
      { platform: "cloudy", region: "eu-west-1", regionGroup: "eu", ...price("2", "2"), contextTokens: 400_000, assumedTiers },
    ]),
  ];
  const presets = [chat, aPreset("long-document", { inputTokens: 300_000 })];
  const model = finderJson({ sheets: euOnly, presets, sellers }, FACTS);
  const sold = finderPlacesJson({ sheets: euOnly, presets, sellers }, model);
  const words = finderUrl({ makers: ["acme"], platforms: model.platforms, presets: presets.map(({ id }) => id) });
  const sellersOf = (search: string) => {
    const { sellers: texts, workloads } = withMatchingOffers(model, sold, words.read(search));
    return workloads.map(({ cheapest }) => texts[cheapest[0] ?? -1]);
  };
  expect(sellersOf("?region=eu")[0]).toBe("cloudy (eu-west-1)");
  expect(sellersOf("?region=eu&workload=long-document")[1]).toBe("cloudy (eu-west-1) (price for long prompts assumed)");
});

test("nothing is narrowed where nobody asks", () => {
  expect(["", "?maker=acme&capability=tools&max-input=1"].map((search) => filtersOffers(url.read(search)))).toEqual([
    false,
    false,
  ]);
  expect(["?region=eu", "?min-context=1"].map((search) => filtersOffers(url.read(search)))).toEqual([true, true]);
});
