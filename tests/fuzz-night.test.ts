import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { marked, type Token } from "marked";
import { describe, expect, test } from "vitest";
import { exceptionMatcher } from "../scripts/night/guards/exception-matcher.ts";
import { guardSource } from "../scripts/night/guards/guard.ts";
import type { SourceNight } from "../scripts/night/guards/guard-night.ts";
import { NO_OTHER_PRICES } from "../scripts/night/guards/others.ts";
import { withCleanTexts } from "../scripts/night/match/upstream-text.ts";
import { ReadingRow, type StoredReading } from "../scripts/night/merge/reading-row.ts";
import { readCurated } from "../scripts/night/pipeline/curated.ts";
import { storeAfterNight } from "../scripts/night/pipeline/night.ts";
import { escapeCell } from "../scripts/night/pipeline/report.ts";
import { EMPTY_STORE, type Store, storeFiles } from "../scripts/night/pipeline/store.ts";
import { litellm } from "../scripts/night/sources/litellm/litellm.ts";
import { modelsDev } from "../scripts/night/sources/models-dev/models-dev.ts";
import { openrouterEndpoints } from "../scripts/night/sources/openrouter/openrouter-endpoints.ts";
import { MODELS_URL } from "../scripts/night/sources/openrouter/openrouter-list.ts";
import { openrouterModels } from "../scripts/night/sources/openrouter/openrouter-models.ts";
import type { Source } from "../scripts/night/sources/source.ts";
import { Workload } from "../src/domain/cost/workload.ts";
import { Model } from "../src/domain/model/model.ts";
import { fromUsdPerMTok, fromUsdPerToken, usdPerMTokText } from "../src/domain/money/money.ts";
import { Offer } from "../src/domain/offer/offer.ts";
import { MAX_USD_PER_MTOK } from "../src/domain/source/guard-limits.ts";
import { Run } from "../src/domain/source/run.ts";
import type { SourceId } from "../src/domain/source/sources.ts";
import { bentJson } from "./builders/a-mutation.ts";
import { aReading } from "./builders/a-reading.ts";

/** Whole nights, guards and small readers on inputs nobody planned. */

const json = (name: string): unknown => JSON.parse(readFileSync(join("tests/fixtures", name), "utf8"));
const tables = readCurated("data/curated");
const curated = { ...tables, aliases: [], neverJoin: [], listPrices: [], guardExceptions: [] };
const MAX_MICRO = MAX_USD_PER_MTOK * 1_000_000;
const HOSTS = `${MODELS_URL}/acme/nova-9/endpoints`;
const UPSTREAM: readonly (readonly [Source, string, unknown])[] = [
  [openrouterModels, MODELS_URL, json("openrouter/models.json")],
  [openrouterEndpoints, HOSTS, json("openrouter/nova-9.endpoints.json")],
  [modelsDev(curated), modelsDev(curated).url, json("models-dev.json")],
  [litellm(curated), litellm(curated).url, json("litellm.json")],
];

function readOne(source: Source, url: string, content: unknown, day: string): SourceNight {
  const body = { url, readAt: `${day}T04:00:00Z`, content };
  try {
    return { source, parsed: withCleanTexts(source.parse([body])), bodies: [body], failure: null };
  } catch (error) {
    return { source, parsed: null, bodies: [], failure: String(error) };
  }
}

const quiet = storeAfterNight(
  UPSTREAM.map(([source, url, content]) => readOne(source, url, content, "2026-08-21")),
  curated,
  EMPTY_STORE,
);

/** Every line of the files again through its schema. */
function expectTyped(store: Store): void {
  const files = storeFiles(store);
  const lines = (name: string) => (files.get(name) ?? "").split("\n").filter((line) => line !== "");
  const unique = (rows: readonly { readonly id: string }[]) => expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  unique(lines("models.jsonl").map((line) => Model.parse(JSON.parse(line))));
  unique(lines("offers.jsonl").map((line) => Offer.parse(JSON.parse(line))));
  for (const id of store.readings.keys()) for (const line of lines(`readings/${id}.jsonl`)) ReadingRow.parse(JSON.parse(line));
  Run.parse(JSON.parse(files.get("run.json") ?? ""));
}

test("a night with one bent body writes rows of the right types, and no absurd price", () => {
  const bent = fc
    .nat(UPSTREAM.length - 1)
    .chain((index) => bentJson(UPSTREAM[index]?.[2]).map((content) => ({ index, content })));
  fc.assert(
    fc.property(bent, ({ index, content }) => {
      const sources = UPSTREAM.map(([source, url, good], place) =>
        readOne(source, url, place === index ? content : good, "2026-08-22"),
      );
      const store = storeAfterNight(sources, curated, quiet);
      expectTyped(store);
      const prices = store.offers.flatMap(({ prices: card }) => Object.values(card));
      expect(prices.filter((micro) => (micro ?? 0) > MAX_MICRO)).toEqual([]);
      expect(storeAfterNight(sources, curated, store)).toEqual(store);
    }),
  );
});

describe("guards, over any run of prices", () => {
  const amount = fc.oneof(
    fc.constantFrom("1", "1", "1", "10", "0.1", "1000", "5000", "0.000001"),
    fc.integer({ min: 1, max: 9_000 }).map(String),
  );
  const shown = fc.option(amount, { freq: 5 });

  test("what stands is what upstream said one night, is never absurd, and is gone only if it never was", () => {
    fc.assert(
      fc.property(fc.array(shown, { minLength: 1, maxLength: 12 }), (prices) => {
        const pricesTonight = new Set(prices.map((price) => (price === null ? undefined : Number(price) * 1_000_000)));
        const settled = nightsOf(prices);
        for (const [index, micro] of settled.entries()) {
          expect(pricesTonight.has(micro) || micro === undefined).toBe(true);
          expect(micro ?? 0).toBeLessThanOrEqual(MAX_MICRO);
          expect(micro === undefined && settled[index - 1] !== undefined).toBe(false);
        }
      }),
    );
  });

  test("a price the platform itself shows for three nights stands, unless it is absurd", () => {
    fc.assert(
      fc.property(fc.array(amount, { minLength: 1, maxLength: 8 }), amount, (prices, last) => {
        if (Number(last) > MAX_USD_PER_MTOK) return;
        expect(nightsOf([...prices, last, last, last], "groq-pricing").at(-1)).toBe(Number(last) * 1_000_000);
      }),
    );
  });

  test("what a catalogue alone says never takes a price over five times from all it stood at, however often it says so", () => {
    fc.assert(
      fc.property(fc.array(amount, { minLength: 2, maxLength: 7 }), (prices) => {
        const settled = nightsOf(prices).map((micro) => micro ?? 0);
        const isFar = (a: number, b: number) => b > 0 && Math.max(a, b) > 5 * Math.min(a, b);
        const far = settled.filter((micro, index) => {
          const before = settled.slice(0, index).filter((each) => each > 0);
          return before.length > 0 && before.every((each) => isFar(micro, each));
        });
        expect(far).toEqual([]);
      }),
    );
  });
});

/** What stands after each night; null = no price that night. */
function nightsOf(prices: readonly (string | null)[], id: SourceId = "models.dev"): readonly (number | undefined)[] {
  let before: readonly StoredReading[] = [];
  return prices.map((price, index) => {
    const readAt = `2026-08-${String(index + 1).padStart(2, "0")}T04:00:00Z`;
    before = guardNight(
      before,
      aReading({ prices: price === null ? {} : { input: price, output: price }, source: { id, readAt } }),
      readAt,
    );
    return before[0]?.prices.input;
  });
}

function guardNight(before: readonly StoredReading[], reading: StoredReading, readAt: string): readonly StoredReading[] {
  return guardSource({
    id: reading.source.id,
    before,
    now: { readAt, readings: [reading], kept: [], lost: [], skipped: [] },
    failure: null,
    exceptions: exceptionMatcher(reading.source.id, []),
    isExplained: () => false,
    isCompared: true,
    others: NO_OTHER_PRICES,
    isHeldAgainstCatalogues: false,
    earlier: null,
  }).readings;
}

describe("small readers", () => {
  test("a price of any text is a whole number of millionths, or none", () => {
    const text = fc.oneof(fc.string(), fc.double().map(String), fc.stringMatching(/^-?\d{0,20}\.?\d{0,30}(e-?\d{1,3})?$/));
    fc.assert(
      fc.property(text, (value) => {
        for (const price of [fromUsdPerMTok(value), fromUsdPerToken(value)])
          expect(price === null || Number.isSafeInteger(price)).toBe(true);
        const file = usdPerMTokText.safeDecode(value);
        if (file.success) expect(usdPerMTokText.encode(file.data)).toBe(value);
      }),
    );
  });

  test("a workload of anything is one, or is refused", () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        const parsed = Workload.safeParse(value);
        expect(parsed.success ? Workload.safeParse(parsed.data).success : parsed.error.issues.length > 0).toBe(true);
      }),
    );
  });

  test("a cell of the report is text to a Markdown reader, whatever is in it", () => {
    const pieces = fc.array(
      fc.oneof(fc.string(), fc.constantFrom("<script>", "](", "![", "`", "|", "\n# ", "\n\n", "http://a.b", "&lt;", "**", "~~")),
    );
    const PLAIN = new Set(["list", "list_item", "text", "escape", "paragraph", "space"]);
    fc.assert(
      fc.property(pieces, (parts) => {
        const tokens: Token[] = [];
        void marked.walkTokens(marked.lexer(`- x ${escapeCell(parts.join(""))}`), (token) => void tokens.push(token));
        expect(tokens.map(({ type }) => type).filter((kind) => !PLAIN.has(kind))).toEqual([]);
      }),
    );
  });
});
