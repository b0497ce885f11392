import { expect, test } from "vitest";
import { aModel } from "../../../tests/builders/a-model.ts";
import { aSeller } from "../../../tests/builders/a-schedule.ts";
import { aWorkload } from "../../../tests/builders/a-workload.ts";
import { anOffer, type OfferOverrides } from "../../../tests/builders/an-offer.ts";
import type { Model } from "../../domain/model/model.ts";
import { DEFAULT_RANK_OPTIONS } from "../../domain/ranking/cheapest.ts";
import { modelSheet } from "../../domain/reference/model-sheet.ts";
import { platformLines } from "./platform-lines.ts";
import { platformOfferTable, platformPriceTable } from "./platform-offer-columns.ts";
import { platformPrices } from "./platform-prices.ts";

const workload = { id: "chat", name: "Chat", meaning: "", ...aWorkload({}) };

/** The lines of one model's offers at one platform. */
function linesOf(model: Partial<Model>, offers: readonly OfferOverrides[]) {
  const full = aModel(model);
  const modelOffers = offers.map((offer) => anOffer({ ...offer, model: full.id }));
  const sellers = new Map([["hostly", aSeller()]]);
  const sheet = modelSheet(
    { model: full, offers: modelOffers, past: { listPrices: [], secondsOf: () => [] } },
    workload,
    sellers,
    DEFAULT_RANK_OPTIONS,
  );
  return platformLines(sheet.rows.map((row) => ({ row, sheet })));
}

const shownOf = (lines: ReturnType<typeof linesOf>, shown?: number) =>
  platformPrices(lines, shown).map(({ makerName, prices }) => [
    makerName,
    prices.map(({ offer, others, isRest }) => [offer.id, others, isRest]),
  ]);

test("a model is one row: its standard price, and what else there is of it", () => {
  const lines = linesOf({ id: "acme/nova", maker: "acme", makerName: "Acme" }, [
    { tier: "batch", prices: { input: "0.5", output: "1" } },
    { host: "fast", prices: { input: "0.1", output: "1" } },
    { host: "slow", prices: { input: "0.2", output: "1" } },
    { region: "eu", regionGroup: "eu", prices: { input: "0.3", output: "1" } },
    { prices: { input: "1", output: "2" } },
  ]);
  expect(shownOf(lines)).toEqual([["Acme", [["acme/nova@hostly", "batch, 2 hosts, 1 region", false]]]]);
});

test("a confirmed price stands before one that a single catalogue names, a current one before a retired one", () => {
  const lines = linesOf({ id: "acme/nova", maker: "acme", makerName: "Acme" }, [
    { evidence: "reported", prices: { input: "0.1", output: "1" } },
    { host: "old", status: "retired", prices: { input: "0.1", output: "1" } },
    { host: "known", prices: { input: "9", output: "9" } },
  ]);
  expect(shownOf(lines)[0]?.[1]).toEqual([["acme/nova@hostly;host=known", "1 host", false]]);
});

test("makers and models stand in the order of use; past the first the rest waits", () => {
  const lines = [
    ...linesOf({ id: "acme/old", maker: "acme", makerName: "Acme", usageRank: 9 }, [{}]),
    ...linesOf({ id: "best/one", maker: "best", makerName: "Best", usageRank: 2 }, [{}]),
    ...linesOf({ id: "acme/new", maker: "acme", makerName: "Acme", usageRank: 1 }, [{}]),
  ];
  expect(shownOf(lines, 2)).toEqual([
    [
      "Acme",
      [
        ["acme/new@hostly", "", false],
        ["acme/old@hostly", "", false],
      ],
    ],
    ["Best", [["best/one@hostly", "", true]]],
  ]);
});

test("a difference to the median host says so, beside models that have a list price", () => {
  const hosts: readonly OfferOverrides[] = [
    { prices: { input: "3", output: "3" } },
    { platform: "openrouter", host: "a", prices: { input: "2", output: "2" } },
    { platform: "openrouter", host: "b", prices: { input: "2", output: "2" } },
  ];
  const lines = linesOf({ id: "acme/nova", maker: "acme", makerName: "Acme" }, hosts);
  const cells = (line: (typeof lines)[number]) => platformOfferTable([line], "").groups[0]?.rows[0]?.cells ?? [];
  const { caption } = platformPriceTable(platformPrices(lines), "Prices.");
  expect(caption).toBe("Prices. * = no list price: against the median host.");
  const shares = lines.map((line) => cells(line).flatMap(({ text, notes = [] }) => (/[%=]/.test(text) ? [text, ...notes] : [])));
  expect(shares.toSorted()).toEqual([
    ["+50 %*", "+50 % (vs median host)"],
    ["= median*", "= median (vs median host)"],
    ["= median*", "= median (vs median host)"],
  ]);
});

test("page and file name one source and day: the reading that the price rests on", () => {
  const restsOn = {
    id: "list-prices",
    url: "https://acme.example/pricing",
    readAt: "2026-07-01T00:00:00Z",
    hand: "first",
  } as const;
  const table = platformOfferTable(linesOf({}, [{ restsOn, prices: { input: "1", output: "2" } }]), "");
  const [row] = table.groups.flatMap(({ rows }) => rows);
  const cellOf = (id: string) => row?.cells[table.columns.findIndex((column) => column.id === id)];
  expect(cellOf("source")?.text).toBe(cellOf("read")?.text);
  expect(cellOf("day")?.text).toBe("2026-07-01");
});
