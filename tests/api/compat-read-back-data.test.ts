import { expect, test } from "vitest";
import { readCurated } from "../../scripts/night/pipeline/curated.ts";
import { genaiPrices } from "../../scripts/night/sources/genai-prices/genai-prices.ts";
import { litellm } from "../../scripts/night/sources/litellm/litellm.ts";
import { modelsDev } from "../../scripts/night/sources/models-dev/models-dev.ts";
import type { Reading, Source } from "../../scripts/night/sources/source.ts";
import { run } from "../../src/data/catalog.ts";
import type { AssessedOffer } from "../../src/domain/source/assessed-offer.ts";
import { confirmedRows, fileOf } from "./compat-rows.ts";

/** Our own readers of three catalogues read our files in their shapes. */
const tables = readCurated("data/curated");
const readAt = `${run.asOf}T00:00:00Z`;

function readBack(source: Source, name: string): readonly Reading[] {
  return source.parse([{ url: source.url, readAt, content: fileOf(name) }]).readings;
}

const offers = confirmedRows.flatMap(({ base, tiers }) => [base, ...tiers.values()]);
const byPlace = Map.groupBy(offers, ({ platform, upstreamId, tier }) => `${platform} ${upstreamId} ${tier}`);
const placeOf = ({ key, upstreamId }: Reading) => `${key.platform} ${upstreamId} ${key.tier}`;

/** What input and output a reading says, and its prompt tiers; null = no offer of ours stands at its place. */
function differences(readings: readonly Reading[], tiersOf: (offer: AssessedOffer) => readonly string[]): readonly string[] {
  return readings.flatMap((reading) => {
    const [offer] = byPlace.get(placeOf(reading)) ?? [];
    if (offer === undefined) return [`${placeOf(reading)}: no such offer`];
    const figures = [reading.prices.input, reading.prices.output, ...tiersOfReading(reading)];
    const meant = [offer.prices.input, offer.prices.output, ...tiersOf(offer)];
    return JSON.stringify(figures) === JSON.stringify(meant)
      ? []
      : [`${offer.id}: ${JSON.stringify(figures)} for ${JSON.stringify(meant)}`];
  });
}

const tiersOfReading = ({ conditions }: Reading) =>
  conditions.flatMap((each) => ("promptTokensAbove" in each ? [String(each.promptTokensAbove)] : []));
const tiersOfOffer = ({ conditions }: AssessedOffer) =>
  conditions.flatMap((each) => ("promptTokensAbove" in each ? [String(each.promptTokensAbove)] : []));

test("our reader of LiteLLM's map reads back every offer of a platform that LiteLLM knows, batch included", () => {
  const readings = readBack(litellm(tables), "litellm");
  expect(differences(readings, tiersOfOffer)).toEqual([]);
  const names = new Set([
    "openrouter",
    ...tables.platformAliases.filter(({ source }) => source === "litellm").map((row) => row.platform),
  ]);
  const rows = confirmedRows.filter(({ platform }) => names.has(platform));
  const batches = rows.filter(({ tiers }) => tiers.has("batch"));
  expect(readings.filter(({ key }) => key.tier === "batch").length).toBeGreaterThanOrEqual(batches.length * 0.9);
  // How many have a place there depends on the night; that it is most of them shows that something was read back.
  expect(readings.length).toBeGreaterThanOrEqual(rows.length * 0.5);
});

test("our reader of models.dev reads back the standard offers of every model with a release day and a context length", () => {
  const readings = readBack(modelsDev(tables), "models.dev");
  expect(differences(readings, tiersOfOffer)).toEqual([]);
  const standard = confirmedRows.filter(({ base }) => base.tier === "standard");
  expect(readings.length).toBeGreaterThanOrEqual(standard.length * 0.75);
});

test("our reader of genai-prices reads back what it knows the platform of", () => {
  const readings = readBack(genaiPrices({ ...tables, asOf: run.asOf }), "genai-prices");
  expect(differences(readings, tiersOfOffer)).toEqual([]);
  const names = new Set(tables.platformAliases.filter(({ source }) => source === "genai-prices").map((row) => row.platform));
  const rows = confirmedRows.filter(({ platform }) => names.has(platform));
  expect(readings.length).toBeGreaterThanOrEqual(rows.length * 0.5);
});
