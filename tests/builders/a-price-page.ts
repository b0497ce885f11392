import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Parsed, Source } from "../../scripts/night/sources/source.ts";
import { Prices } from "../../src/domain/offer/meter.ts";

const DIR = join(import.meta.dirname, "../fixtures/price-pages");

/** A hand-written price page of `tests/fixtures/price-pages`, changed where the test says. */
export function pageText(name: string, change: (text: string) => string = (text) => text): string {
  return change(readFileSync(join(DIR, `${name}.md`), "utf8"));
}

/** What a price page's source makes of a text read on a day. */
export const parsePage = (source: Source, content: unknown, day = "2026-08-22"): Parsed =>
  source.parse([{ url: source.url, readAt: `${day}T04:00:00Z`, content }]);

/** A reading per line, as a person would read the card: `"nano batch: input 1, output 2; >272000: input 2"`. */
export function cardLines({ readings }: Parsed): readonly string[] {
  return readings.map(({ key, upstreamId, prices, conditions }) => {
    const head = [upstreamId, key.region, key.tier === "standard" ? null : key.tier].filter((part) => part !== null).join(" ");
    const cards = conditions.map((condition) => {
      const name = "utc" in condition ? condition.utc.join("-") : `>${condition.promptTokensAbove}`;
      return `; ${name}: ${pricesText(condition.prices)}`;
    });
    return `${head}: ${pricesText(prices)}${cards.join("")}`;
  });
}

const pricesText = (prices: Prices): string =>
  Object.entries(Prices.encode(prices))
    .map(([meter, price]) => `${meter} ${price}`)
    .join(", ");
