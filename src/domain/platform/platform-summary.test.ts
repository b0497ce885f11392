import { expect, test } from "vitest";
import { aModel } from "../../../tests/builders/a-model.ts";
import { aSeller } from "../../../tests/builders/a-schedule.ts";
import { aWorkload } from "../../../tests/builders/a-workload.ts";
import { anOffer } from "../../../tests/builders/an-offer.ts";
import { DEFAULT_RANK_OPTIONS } from "../ranking/cheapest.ts";
import { modelSheet } from "../reference/model-sheet.ts";
import { comparedInDoubt, rowsByPlatform, summarise } from "./platform-summary.ts";

const SELLERS = new Map([
  ["acme", aSeller({ kind: "direct", listMakers: ["acme"] })],
  ["hostly", aSeller()],
]);

function sheet(id: string, listInput: string | null, hostInputs: readonly string[]) {
  const offers = [
    ...(listInput === null ? [] : [anOffer({ model: id, platform: "acme", prices: { input: listInput, output: "8" } })]),
    ...hostInputs.map((input, index) =>
      anOffer({ model: id, variant: index === 0 ? null : `v${index}`, prices: { input, output: "8" } }),
    ),
  ];
  return modelSheet(
    { model: aModel({ id }), offers, past: { listPrices: [], secondsOf: () => [] } },
    aWorkload(),
    SELLERS,
    DEFAULT_RANK_OPTIONS,
  );
}

const SHEETS = [
  sheet("acme/a", "4", ["2"]),
  sheet("acme/b", "4", ["4"]),
  sheet("acme/c", "4", ["5", "6"]),
  sheet("acme/d", null, ["1"]),
];

test("a platform's summary counts cheaper, equal and dearer over what can be compared, and takes the median", () => {
  expect(summarise(rowsByPlatform(SHEETS).get("hostly") ?? [])).toEqual({
    models: 4,
    offers: 5,
    sets: 0,
    compared: 4,
    cheaper: 1,
    equal: 1,
    dearer: 2,
    medianDeltaBps: 1250,
  });
});

test("the maker's own offer is the list price and is not compared with itself", () => {
  expect(summarise(rowsByPlatform(SHEETS).get("acme") ?? [])).toMatchObject({ compared: 0, sets: 3 });
});

test("of the compared offers those count as in doubt that something speaks against", () => {
  const rows = rowsByPlatform(SHEETS).get("hostly") ?? [];
  const doubted = rows.map(({ sheet: { ...sheet }, row }) => ({
    sheet,
    row: { ...row, offer: { ...row.offer, doubts: [{ rule: "noLongerServed", source: "models.dev" } as const] } },
  }));
  expect(comparedInDoubt(rows)).toBe(0);
  expect(comparedInDoubt([...rows.slice(1), ...doubted.slice(0, 1)])).toBe(1);
  expect(comparedInDoubt(doubted)).toBe(4);
});
