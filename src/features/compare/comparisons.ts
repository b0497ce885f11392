import { defaultPreset, models, names, platforms, qualityOf, run, sellers, sheetOf } from "../../data/catalog.ts";
import { curatedFile } from "../../data/folders.ts";
import { history } from "../../data/history.ts";
import { readJson } from "../../data/rows.ts";
import { compareByUse } from "../../domain/model/compare-by-use.ts";
import { Comparisons } from "../../domain/platform/comparison.ts";
import type { ComparisonView } from "./comparison-view.ts";
import type { ComparedModelRow } from "./models/compared-model.ts";
import { comparedModelRow } from "./models/model-rows.ts";
import { comparePlatforms } from "./platforms/compare-platforms.ts";
import type { CompareChoice, ComparedPlatform, PlatformFile } from "./platforms/compared-platform.ts";
import { withListings } from "./platforms/listings.ts";
import { pairTable } from "./platforms/pair-list.ts";
import { platformFile } from "./platforms/platform-listing.ts";

/** What is compared over today's catalogue, made once a build. */
const sheets = models.toSorted(compareByUse).map(({ id }) => sheetOf(id));
const catalogue = { sheets, asOf: run.asOf, workload: defaultPreset, sellers };

/** Every platform of the site as comparisons need it, by id. */
export const platformFiles: ReadonlyMap<string, PlatformFile> = new Map(
  platforms.map((platform) => [platform.id, platformFile(platform, catalogue)]),
);

/** What the pages show before a reader chooses. */
export const defaultChoice: CompareChoice = {
  name: defaultPreset.name,
  workload: defaultPreset,
  region: "any",
  counted: "confirmed",
};

/** What models have beside their offers, by use. */
export const comparedModelRows = (): readonly ComparedModelRow[] =>
  sheets.map((sheet) => comparedModelRow(sheet, { asOf: run.asOf, qualityOf, changesOf: history().changesOf }));

/** The pairs with a page of their own, in the order of the list. */
const comparisons = readJson(curatedFile("comparisons.json"), Comparisons);

export const pairs = comparisons.map(({ pair }) => ({
  pair,
  /** `amazon-bedrock-vs-anthropic`: the last part of its path. */
  slug: pair.toSorted().join("-vs-"),
}));

/** A platform with its usual figures. */
export function comparedPlatformOf(id: string): ComparedPlatform {
  const earlierPlatform = compared.get(id);
  if (earlierPlatform !== undefined) return earlierPlatform;
  const file = platformFiles.get(id);
  if (file === undefined) throw new Error(`a comparison names ${id}, which is no platform of the site`);
  const platform = withListings(file, defaultChoice, sellers, names);
  compared.set(id, platform);
  return platform;
}

const compared = new Map<string, ComparedPlatform>();

/** Every pair of platforms that has a page of its own. */
export const pairsTable = () => pairTable(comparisons, comparedPlatformOf);

/** Platforms side by side, the others measured by the first. */
export const platformsView = (ids: readonly string[]): ComparisonView =>
  comparePlatforms(ids.map(comparedPlatformOf), defaultChoice);
