import { catalogueCounts } from "../../data/catalog.ts";
import { formatCount } from "../format.ts";
import * as paths from "../paths.ts";
import type { CardContent } from "./social-card.ts";
import { type PageImage, socialCards } from "./social-cards.ts";

/** Pages that no single thing is the subject of: what they are, and the size of the data behind them. */
const GENERAL = [
  [
    "index",
    "Prices of language models",
    "What does each model really cost?",
    "The cheapest seller for a real workload, against the maker’s list price, with the source of every number.",
  ],
  [
    "platforms",
    "Platforms",
    "Who sells tokens, and for how much?",
    "Fees, median difference to list, and how each platform’s prices can be checked.",
  ],
  [
    "best",
    "Best value",
    "Best value for each workload",
    "Who is the best buy at which price of a worse answer. Ties are called ties.",
  ],
  [
    "deltas",
    "Price deltas",
    "How far is each platform from list price?",
    "What a month costs at each platform against the maker’s list price, model by model.",
  ],
  ["compare", "Compare", "Platforms and models side by side", "Which is cheaper, ties, biggest gaps, fees and terms."],
  [
    "calculator",
    "Calculator",
    "A month on every platform",
    "Fees, bonus and caches in: one model or a mix, your own prices, a budget, break-even points.",
  ],
  ["changes", "Changes", "Price changes, day by day", "Cuts, rises, new models and announced dates, each with its source."],
  [
    "claims",
    "Claims",
    "Claims about prices, recomputed",
    "What articles say about token prices: true, true then, false, or beyond checking.",
  ],
  ["data", "Data and sources", "Where every number was read", "Each source, its last good reading, what is held back and why."],
  [
    "data/disagreements",
    "Data and sources",
    "Where sources disagree",
    "The same price in several sources, and how far apart they are.",
  ],
  [
    "methodology",
    "Methodology",
    "How every number is made",
    "Monthly cost, list price, differences, precedence of sources, guards.",
  ],
  ["about", "About", "What Token Parity is", "No tokens sold, no commission, no affiliate links, no tracking."],
] as const;

export const generalCards = socialCards(
  GENERAL.map(([name, kind, title, says]) => {
    const path = name === "index" ? paths.home() : `${paths.home()}${name}/`;
    return [path, () => ({ kind, title, says, picture: size() })];
  }),
);

/** The general image for a page: its own, else that of the nearest page above it that has one. `/404.html` → `index`. */
export function generalCard(path: string): PageImage {
  if (generalCards.has(path)) return generalCards.at(path);
  const above = path.replace(/[^/]*\/?$/, "");
  return generalCard(above.length < paths.home().length || above === path ? paths.home() : above);
}

/** How much there is behind every page. */
const size = (): CardContent["picture"] => ({
  kind: "figures",
  figures: [
    { value: formatCount(catalogueCounts.models), label: "models" },
    { value: formatCount(catalogueCounts.platforms), label: "platforms that sell them" },
    { value: formatCount(catalogueCounts.offers), label: "offers, each with its source" },
  ],
});
