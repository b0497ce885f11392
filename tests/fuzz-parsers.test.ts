import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildModels } from "../scripts/night/match/models.ts";
import { withCleanTexts } from "../scripts/night/match/upstream-text.ts";
import { ReadingRow, readingLine, storedReading } from "../scripts/night/merge/reading-row.ts";
import { readCurated } from "../scripts/night/pipeline/curated.ts";
import { epochEci } from "../scripts/night/quality/boards/epoch-eci.ts";
import { livebench } from "../scripts/night/quality/boards/livebench.ts";
import { lmarena } from "../scripts/night/quality/boards/lmarena.ts";
import { genaiPrices } from "../scripts/night/sources/genai-prices/genai-prices.ts";
import { litellm } from "../scripts/night/sources/litellm/litellm.ts";
import { modelsDev } from "../scripts/night/sources/models-dev/models-dev.ts";
import { openrouterEndpoints } from "../scripts/night/sources/openrouter/openrouter-endpoints.ts";
import { MODELS_URL } from "../scripts/night/sources/openrouter/openrouter-list.ts";
import { openrouterModels } from "../scripts/night/sources/openrouter/openrouter-models.ts";
import { platformSource, readsPages } from "../scripts/night/sources/platforms/platform-source.ts";
import { PLATFORM_SPECS } from "../scripts/night/sources/platforms/specs/all-specs.ts";
import type { Body, Parsed, Source } from "../scripts/night/sources/source.ts";
import { Model } from "../src/domain/model/model.ts";
import { PAGES } from "./builders/a-fake-upstream.ts";
import { bentJson, bentText } from "./builders/a-mutation.ts";
import { fixtureTexts } from "./fixtures/platform-fixture.ts";

/** Whatever upstream sends: rows that can be written and read back, or one error that says what is wrong. Never a crash, never a wrong type. */

const text = (name: string) => readFileSync(join("tests/fixtures", name), "utf8");
const json = (name: string): unknown => JSON.parse(text(name));
const curated = readCurated("data/curated");
const READ_AT = "2026-08-22T04:00:00Z";
const body = (url: string, content: unknown): Body => ({ url, readAt: READ_AT, content });

function expectWritable(parse: () => Parsed): void {
  const parsed = orRefused(() => withCleanTexts(parse()));
  if (parsed === null) return;
  for (const reading of parsed.readings) {
    const line = readingLine(storedReading(reading));
    expect(readingLine(ReadingRow.parse(JSON.parse(line)))).toBe(line);
  }
  const models = buildModels({
    facts: parsed.models,
    knownAs: () => null,
    makerNames: new Map(),
    before: [],
    isPartlyRead: () => false,
    stays: new Set(),
  });
  for (const model of models) Model.parse(JSON.parse(JSON.stringify(Model.encode(model))));
  for (const { why } of parsed.skipped) expect(why.length).toBeLessThan(100);
}

/** The result, or null where the body was refused in words. A crash inside a parser is no refusal. */
function orRefused<Result>(run: () => Result): Result | null {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof Error) || [TypeError, RangeError, ReferenceError, SyntaxError].some((kind) => error instanceof kind))
      throw error;
    return null;
  }
}

const SOURCES: readonly (readonly [name: string, source: Source, url: string, content: unknown])[] = [
  ["OpenRouter's list", openrouterModels, MODELS_URL, json("openrouter/models.json")],
  ["a host list", openrouterEndpoints, `${MODELS_URL}/acme/nova-9/endpoints`, json("openrouter/nova-9.endpoints.json")],
  ["models.dev", modelsDev(curated), modelsDev(curated).url, json("models-dev.json")],
  ["LiteLLM", litellm(curated), litellm(curated).url, json("litellm.json")],
  [
    "genai-prices",
    genaiPrices({ ...curated, asOf: "2026-08-22" }),
    genaiPrices({ ...curated, asOf: "2026-08-22" }).url,
    json("genai-prices.json"),
  ],
];

describe("a bent body", () => {
  test.each(SOURCES)("of %s", (_, source, url, content) => {
    fc.assert(fc.property(bentJson(content), (bent) => expectWritable(() => source.parse([body(url, bent)]))));
  });

  test.each(PAGES.map(([source, name]) => [name, source] as const))("of the price page of %s", (name, source) => {
    const page = bentText(text(`price-pages/${name}.md`));
    fc.assert(fc.property(page, (bent) => expectWritable(() => source.parse([body(source.url, bent)]))));
  });

  test.each(PLATFORM_SPECS.map((spec) => [spec.id, spec] as const))("of the platform's own %s", (id, spec) => {
    const [first = ""] = fixtureTexts(id);
    const bent = readsPages(spec) ? bentText(first) : bentJson(JSON.parse(first));
    fc.assert(fc.property(bent, (each) => expectWritable(() => platformSource(spec).parse([body(spec.urls[0], each)]))));
  });

  test.each(SOURCES)("of %s that is anything at all", (_, source, url) => {
    fc.assert(fc.property(fc.anything(), (bent) => expectWritable(() => source.parse([body(url, bent)]))));
  });
});

describe("a bent leaderboard", () => {
  const expectScores = (parse: () => { readonly scores: readonly { readonly score: number }[] }): void => {
    for (const { score } of orRefused(parse)?.scores ?? []) expect(Number.isFinite(score)).toBe(true);
  };

  test("of LMArena", () => {
    const bent = bentJson(json("quality/lmarena-page-1.json"));
    fc.assert(fc.property(bent, (page) => expectScores(() => lmarena.parse([body("https://x.example/?offset=0", page)]))));
  });

  test("of Epoch", () => {
    fc.assert(
      fc.property(bentText(text("quality/eci-live.csv")), (bent) =>
        expectScores(() => epochEci.parse([body(epochEci.url, bent)])),
      ),
    );
  });

  test("of LiveBench", () => {
    const site = "https://livebench.ai";
    const tables = fc.tuple(
      bentText(text("quality/livebench-table-new.csv")),
      bentJson(json("quality/livebench-categories.json")),
    );
    fc.assert(
      fc.property(tables, ([table, categories]) =>
        expectScores(() =>
          livebench.parse([
            body(`${site}/table_2026_06_25.csv`, table),
            body(`${site}/categories_2026_06_25.json`, categories),
            body(`${site}/cost_2026_06_25.csv`, text("quality/livebench-cost.csv")),
          ]),
        ),
      ),
    );
  });
});
