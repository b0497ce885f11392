import { names, offers, presets, run } from "../../data/catalog.ts";
import * as paths from "../../site/paths.ts";
import { comparedQuery, FEWEST_COMPARED } from "./compared.ts";
import { comparisonJsonLd } from "./comparison-view.ts";
import { pairs, pairsTable, platformFiles, platformsView } from "./comparisons.ts";
import { pairCards } from "./pair-card.ts";

/** Where most buyers look first: what the page shows before a reader chooses. */
const MAIN_PLATFORMS = ["openrouter", "amazon-bedrock", "google-vertex", "azure"];

/** Everything the page of comparisons shows: what can be chosen, one comparison, and the ready-made pairs. */
export type ComparePage = ReturnType<typeof comparePage>;

/** The page `/compare/`: the main platforms side by side until a reader chooses. */
export function comparePage() {
  const mainOnes = MAIN_PLATFORMS.filter((id) => platformFiles.has(id));
  // Other data than ours may lack them: then the first pair is there.
  const platforms = mainOnes.length < FEWEST_COMPARED ? (pairs[0]?.pair ?? []) : mainOnes;
  const main = platformsView(platforms);
  const [summary] = main.sections;
  if (summary === undefined) throw new Error("a comparison without a table");
  return {
    asOf: run.asOf,
    answer: main.answer,
    summary,
    fullPath: paths.comparison(comparedQuery({ platforms, models: [] })),
    presets,
    pairs: pairsTable(),
    unconfirmed: unconfirmedPlatforms(),
  };
}

/** How many platforms sell something at a price that one catalogue alone names. */
const unconfirmedPlatforms = (): number =>
  new Set(offers.flatMap(({ evidence, platform }) => (evidence === "reported" ? [platform] : []))).size;

/** Everything the page of a pair shows, and its Markdown twin. */
export type PairPage = ReturnType<typeof pairPage>;

/** The routes of both. */
export const pairRoutes = () => pairs.map(({ slug, pair }) => ({ params: { pair: slug }, props: { pair } }));

/** The page of two platforms. */
export function pairPage(pair: readonly [string, string]) {
  const view = platformsView(pair);
  const path = paths.compare(pair);
  return {
    view,
    path,
    asOf: run.asOf,
    jsonLd: comparisonJsonLd(view, path, pair.map(names.platform)),
    card: pairCards.at(path),
    /** The same two where a reader can choose more. */
    choosePath: paths.comparison(comparedQuery({ platforms: pair, models: [] })),
  };
}
