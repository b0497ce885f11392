import { offers, run } from "../../data/catalog.ts";
import { paths } from "../../site/paths.ts";
import { writeCompare } from "./compare-state.ts";
import { comparisonJsonLd } from "./comparison-view.ts";
import { comparedMonth, comparedPlatforms, modelNames, pairs, pairsTable, pairView } from "./comparisons.ts";
import { pairCards } from "./pair-card.ts";

/** Everything the page of comparisons shows: what can be chosen, and the ready-made pairs. */
export type ComparePage = ReturnType<typeof comparePage>;

export function comparePage() {
  const platforms = [...comparedPlatforms.values()].toSorted((a, b) => a.name.localeCompare(b.name, "en"));
  return {
    asOf: run.asOf,
    month: comparedMonth,
    choices: [
      { name: "platform", label: "Platforms", add: "Add a platform", options: platforms },
      { name: "model", label: "Models", add: "Add a model", options: modelNames },
    ],
    pairs: pairsTable,
    unconfirmed: unconfirmedSellers(),
  };
}

/** How many platforms sell something at a price that one catalogue alone names. */
const unconfirmedSellers = (): number =>
  new Set(offers.flatMap(({ evidence, platform }) => (evidence === "reported" ? [platform] : []))).size;

/** Everything the page of a pair shows, and its Markdown twin. */
export type PairPage = ReturnType<typeof pairPage>;

/** The routes of both. */
export const pairRoutes = () => pairs.map(({ slug, pair }) => ({ params: { pair: slug }, props: { pair } }));

export function pairPage(pair: readonly [string, string]) {
  const view = pairView(pair);
  const path = paths.compare(pair);
  return {
    view,
    path,
    asOf: run.asOf,
    jsonLd: comparisonJsonLd(view, path),
    card: pairCards.at(path),
    /** The same two where a reader can choose more. */
    choosePath: paths.comparison(writeCompare({ platforms: pair, models: [], unconfirmed: false })),
  };
}
