import { arrangedTable, offerLinesOf, offerTable } from "../../src/features/model/offer-table.ts";
import { switchTable } from "../../src/features/model/switch-table.ts";
import { platformLines } from "../../src/features/platform/platform-lines.ts";
import { platformOfferTable, platformPriceTable } from "../../src/features/platform/platform-offer-columns.ts";
import type { TableView } from "../../src/table/table-view.ts";
import { aSheet } from "../builders/a-sheet.ts";
import { aValueRow } from "../builders/a-value-row.ts";
import type { OfferOverrides } from "../builders/an-offer.ts";
import { listTables } from "./list-tables.ts";

/** Every table that is made of columns, each with the odd rows it must be able to show; texts from upstream hold what markup is made of. */
const OFFERS: readonly OfferOverrides[] = [
  { platform: "acme", prices: { input: "5", output: "9", cacheRead: "0.5", cacheWrite5m: "6.25" } },
  { platform: "openrouter", host: "hostly", quantization: "fp8", contextTokens: 128_000, prices: { input: "4", output: "9.5" } },
  { platform: "new <b>place</b> | & co", region: "eu-west-1", regionGroup: "eu", prices: { output: "1" } },
  {
    platform: "hostly",
    tier: "batch",
    prices: { input: "2.5", output: "4.5" },
    unreadMeters: ["audio"],
    retiresOn: "2026-12-01",
  },
  { platform: "openrouter", tier: "free", prices: { input: "0", output: "0" } },
  {
    platform: "hostly",
    prices: { input: "5", output: "9", cacheRead: "0.1" },
    meterSources: { cacheRead: { id: "litellm", url: "https://example.com/b", readAt: "2026-08-20T00:00:00Z", hand: "second" } },
  },
];
const sheet = aSheet(OFFERS);
const linesOf = (offers: readonly OfferOverrides[]) => offerLinesOf(aSheet(offers), new Map(), () => null);
const model = (id: string) => ({ name: `Model ${id}`, makerName: "Acme", needs: id === "acme/big" ? (["tools"] as const) : [] });
const ranked = (id: string, usd: number, value: number, status: "rated" | "provisional") => ({
  ...aValueRow(id, usd, value),
  status,
  leastUsd: { landed: usd - 1, billed: usd - 1 },
});
const switching = switchTable(
  "acme/big",
  [ranked("acme/big", 50, 1_410, "rated"), ranked("acme/nano", 20, 1_405, "provisional")],
  "Chat",
  model,
);
if (switching === null) throw new Error("nothing to switch to");

export const everyTable: readonly { readonly name: string; readonly view: TableView }[] = [
  {
    name: "offers of a model",
    view: offerTable(
      offerLinesOf(sheet, new Map(), (id) => (id.startsWith("new") ? null : `/platforms/${id}/`)),
      "Month of a <workload>",
    ),
  },
  { name: "offers of a model at one tier", view: offerTable(linesOf(OFFERS.slice(0, 2)), "Month") },
  {
    name: "offers of a model, equal prices folded",
    view: arrangedTable(
      linesOf([...OFFERS, ...["a", "b", "<c>"].map((platform) => ({ platform, prices: { input: "3", output: "6" } }))]),
      "Month",
    ),
  },
  {
    name: "offers of a platform",
    view: platformOfferTable(platformLines(sheet.rows.map((row) => ({ row, sheet }))), "By model"),
  },
  {
    name: "prices of a platform by maker",
    view: platformPriceTable(
      ["DeepSeek", "<b>Acme"].map((makerName) => ({
        makerName,
        prices: platformLines(sheet.rows.map((row) => ({ row, sheet }))).map((line) => ({ ...line, others: "", isRest: false })),
      })),
      "By maker",
    ),
  },
  { name: "switch and save", view: switching },
  ...listTables,
];
