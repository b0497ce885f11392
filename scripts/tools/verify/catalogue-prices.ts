import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { z } from "zod";
import type { Prices } from "../../../src/domain/offer/meter.ts";
import type { Offer } from "../../../src/domain/offer/offer.ts";
import type { Store } from "../../night/pipeline/store.ts";
import { offerIdOf } from "./recorded-moves.ts";
import type { VerifyResult } from "./verdict.ts";

const Recorded = z.record(z.string(), z.object({ url: z.string(), readAt: z.string() }));
const Cost = z.looseObject({ input: z.number(), output: z.number(), cacheRead: z.number() });
const Row = z.looseObject({ id: z.string(), type: z.string().optional(), cost: Cost });
type Row = z.output<typeof Row>;
const Catalogue = z.object({ files: z.record(z.string(), z.record(z.string(), z.record(z.string(), Row))) });

/** The makers' own files, by our platform. */
const FIRST_PARTY = ["openai", "anthropic", "google", "xai", "mistral", "moonshotai", "zai", "minimax", "meta", "xiaomi"];

/** Every chat row of OpenRouter in the newest recorded catalogue against its offer, and every row of a maker's file against what was read. */
export function verifyCatalogue(dir: string, store: Store): VerifyResult {
  const title = "The newest catalogue of an npm package";
  const files = newestCatalogue(dir);
  if (files === null) return { title, figures: ["this recording has none"], failures: [] };
  const sold = chatRows(files["openrouter"]).filter(isSold);
  const offers = new Map(store.offers.map((offer) => [offer.id, offer]));
  const wrong = sold.flatMap((row) => differences(row, offers.get(offerIdOf(row.id))?.prices, `${row.id}@openrouter`));
  const firstParty = FIRST_PARTY.flatMap((platform) => chatRows(files[platform]).map((row) => ({ platform, row })));
  const readings = new Map(
    (store.readings.get("pi-ai") ?? []).map((each) => [`${each.key.platform} ${each.upstreamId}`, each.prices]),
  );
  const lost = firstParty.flatMap(({ platform, row }) =>
    differences(row, readings.get(`${platform} ${row.id}`), `${row.id} at ${platform}`),
  );
  return {
    title,
    figures: [
      `${sold.length} chat rows of OpenRouter, ${wrong.length} shown otherwise; ${firstParty.length} rows of makers' own files, ${lost.length} read otherwise`,
      `${FIRST_PARTY.length} makers' platforms: ${listFigure(firstParty, store.offers)}`,
    ],
    failures: [...wrong, ...lost],
  };
}

function newestCatalogue(dir: string): z.output<typeof Catalogue>["files"] | null {
  const index = Recorded.parse(JSON.parse(readFileSync(join(dir, "recorded.json"), "utf8")));
  const days = Object.entries(index).filter(([, { url }]) => url.startsWith("npm:@earendil-works/pi-ai@"));
  const [path] = days.toSorted(([, a], [, b]) => (a.readAt < b.readAt ? 1 : -1))[0] ?? [];
  if (path === undefined) return null;
  return Catalogue.parse(JSON.parse(gunzipSync(readFileSync(join(dir, path))).toString("utf8"))).files;
}

const chatRows = (file: Readonly<Record<string, Readonly<Record<string, Row>>>> | undefined): readonly Row[] =>
  Object.values(file ?? {})
    .flatMap((rows) => Object.values(rows))
    .filter(({ type }) => type === undefined || type === "chat");

/** Aliases, routers and what has no maker are no offers. */
const isSold = ({ id }: Row): boolean => /^[a-z0-9-]+\/[a-z0-9._-]+(:[a-z]+)?$/.test(id) && !id.startsWith("openrouter/");

/** Input and output to the sixth decimal; a cache price where the row has one. A zero is unknown, or a free variant's. */
function differences({ id, cost }: Row, prices: Prices | undefined, subject: string): readonly string[] {
  if (prices === undefined) return [`${subject}: nothing shown`];
  const zero = id.endsWith(":free") ? 0 : null;
  const wrong = (["input", "output", "cacheRead"] as const).filter((meter) => {
    const expected = cost[meter] === 0 ? (meter === "cacheRead" ? undefined : zero) : Math.round(cost[meter] * 1e6);
    return expected !== undefined && expected !== (prices[meter] ?? null);
  });
  return wrong.map(
    (meter) => `${subject}: ${meter} is ${String((prices[meter] ?? Number.NaN) / 1e6)}, the catalogue says ${cost[meter]}`,
  );
}

/** How often the price in use at a maker, no matter who says it, is the catalogue's. */
function listFigure(firstParty: readonly { readonly platform: string; readonly row: Row }[], offers: readonly Offer[]): string {
  const standard = offers.filter(({ tier, region }) => tier === "standard" && region === null);
  const used = new Map(standard.map((offer) => [`${offer.platform} ${offer.upstreamId}`, offer.prices]));
  const pricedTwice = firstParty.flatMap(({ platform, row }) => {
    const prices = used.get(`${platform} ${row.id}`);
    return prices === undefined ? [] : [{ row, prices }];
  });
  const equal = pricedTwice.filter(({ row, prices }) => differences(row, prices, "").length === 0);
  return `${pricedTwice.length} of their rows are offers by the same id, ${equal.length} at the catalogue's price`;
}
