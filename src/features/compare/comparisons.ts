import { defaultPreset, models, names, platforms, presets, run, sellers, sheetOf } from "../../data/catalog.ts";
import { curatedFile } from "../../data/folders.ts";
import { readJson } from "../../data/rows.ts";
import { compareByUse } from "../../domain/model/compare-by-use.ts";
import { Comparisons } from "../../domain/platform/comparison.ts";
import { monthMeaning } from "../../site/words/month-meaning.ts";
import { comparePlatforms } from "./compare-platforms.ts";
import type { ComparedModels, ComparedPlatform } from "./compared-platform.ts";
import type { ComparisonView } from "./comparison-view.ts";
import { comparedModel } from "./model-listing.ts";
import { pairTable } from "./pair-list.ts";
import { comparedPlatform } from "./platform-listing.ts";

/** What is compared over today's catalogue, made once a build. */
const sheets = models.toSorted(compareByUse).map(({ id }) => sheetOf(id));
const catalogue = { sheets, asOf: run.asOf, workload: defaultPreset };

/** Every platform of the site as comparisons need it, by id. */
export const comparedPlatforms: ReadonlyMap<string, ComparedPlatform> = new Map(
  platforms.map((platform) => [platform.id, comparedPlatform(platform, catalogue)]),
);

/** Every model's name, by use, for the list to choose from. */
export const modelNames = sheets.map(({ model: { id, name } }) => ({ id, name }));

/** What a month means wherever platforms are compared. */
export const comparedMonth = monthMeaning(defaultPreset);

export const comparedModels = (): ComparedModels => ({
  presets: presets.map((preset) => ({ name: preset.name, meaning: monthMeaning(preset) })),
  models: sheets.map((sheet) => comparedModel(sheet, presets, sellers, names)),
});

/** The pairs with a page of their own, in the order of the list. */
const comparisons = readJson(curatedFile("comparisons.json"), Comparisons);

export const pairs = comparisons.map(({ pair }) => ({
  pair,
  /** `amazon-bedrock-vs-anthropic`: the last part of its path. */
  slug: pair.toSorted().join("-vs-"),
}));

export const pairsTable = pairTable(comparisons, comparedPlatformOf);

/** A pair's page, the second measured by the first. */
export const pairView = (pair: readonly [string, string]): ComparisonView =>
  comparePlatforms(pair.map(comparedPlatformOf), comparedMonth);

function comparedPlatformOf(id: string): ComparedPlatform {
  const platform = comparedPlatforms.get(id);
  if (platform === undefined) throw new Error(`data/curated/comparisons.json names ${id}, which is no platform of the site`);
  return platform;
}
