import type { SearchedPage } from "../../data/json/search-json.ts";
import * as paths from "../../site/paths.ts";

/** A page under its address on the whole site: the index has it below the site's own. */
export const searchedPage = (title: string, path: string, words: readonly string[] = []): SearchedPage => {
  const below = path.slice(paths.home().length);
  return words.length === 0 ? { title, path: below } : { title, path: below, words: words.join(", ") };
};

/** The tools and the pages of reference, by what people call them. */
export const TOOL_PAGES: readonly SearchedPage[] = [
  searchedPage("Best value", paths.best(), ["ranking", "leaderboard", "quality per dollar", "which model"]),
  searchedPage("Price deltas", paths.deltas(), ["differences", "platforms against list price", "markup", "heat map"]),
  searchedPage("Compare platforms and models", paths.compare(), ["versus vs", "side by side"]),
  searchedPage("Calculator", paths.calculator(), ["monthly cost", "my bill", "estimate", "tokens", "workload", "budget"]),
  searchedPage("Price changes", paths.changes(), [
    "price history",
    "new prices",
    "announcements",
    "retirements",
    "feed rss",
    "follow",
  ]),
  searchedPage("All platforms", paths.platforms(), ["fees", "providers", "data policy", "clouds", "routers"]),
  searchedPage("Free offers", paths.bestFree(), ["free models", "zero cost"]),
  searchedPage("Models with image input, cheapest first", `${paths.home()}?modality=image&sort=month`, [
    "cheapest vision",
    "pictures",
  ]),
  searchedPage("Models with tool calling, cheapest first", `${paths.home()}?capability=tools&sort=month`, [
    "cheapest tools",
    "functions",
  ]),
  searchedPage("Open-weights models, cheapest first", `${paths.home()}?open-weights=yes&sort=month`, ["cheapest open source"]),
  searchedPage("Models with 1M context, cheapest first", `${paths.home()}?min-context=1000000&sort=month`, [
    "cheapest long context",
  ]),
  searchedPage("Newest models", `${paths.home()}?sort=released`, ["latest", "released", "new"]),
  searchedPage("Guides", paths.guides(), ["how to", "help"]),
  searchedPage("Claims of articles, recomputed", paths.claims(), ["fact check"]),
  searchedPage("Methodology", paths.methodology(), [
    "formulas",
    "how it is computed",
    "quality",
    "evidence",
    "what is a token",
    "glossary of words",
  ]),
  searchedPage("Data and sources", paths.data(), ["health", "licences", "download", "csv"]),
  searchedPage("Where sources disagree", paths.disagreements(), ["errors"]),
  searchedPage("API", paths.apiPage(), ["json", "csv", "files", "fields", "developer"]),
  searchedPage("About", paths.about(), ["badges", "embed", "contact", "who"]),
];
