import { fileName, modelPath } from "../domain/text/file-name.ts";
import { SITE } from "./home.ts";

/** Every URL of the site is made here: below the base path, directories with a trailing slash. */

/** `/` or `/token-parity/`. Undefined under plain Node, where there is no site. */
const base = (import.meta.env?.BASE_URL ?? "/").replace(/\/*$/, "/");

/** `page("models", "anthropic", "claude-opus-4.8")` → `/models/anthropic/claude-opus-4.8/`. */
const page = (...segments: readonly string[]): string => `${base}${segments.map((segment) => `${encode(segment)}/`).join("")}`;
const file = (name: string): string => `${base}${encode(name)}`;
/** Ids hold slashes on purpose; everything else that is no path character is escaped. */
const encode = (text: string): string => (PLAIN.test(text) ? text : text.split("/").map(encodeURIComponent).join("/"));
const PLAIN = /^[\w./~-]*$/;

/** A folder that has no page of its own: what is there leads on (`shortened-addresses.ts`). */
export const below = (...segments: readonly string[]) => page(...segments);
/** The list of all models. */
export const home = () => base;
/** `model("anthropic/claude-opus-4.8")` → `/models/anthropic/claude-opus-4.8/`. */
export const model = (modelId: string) => page("models", modelPath(modelId));
/** The models of one maker: `/models/anthropic/`. */
export const maker = (maker: string) => page("models", fileName(maker));
/** The list of all platforms. */
export const platforms = () => page("platforms");
/** `platform("groq")` → `/platforms/groq/`. */
export const platform = (platformId: string) => page("platforms", platformId);
/** A ranking, of all models or of those that meet a need: `/best/chat/`, `/best/chat/vision/`; without a workload the page of all. */
export const best = (workload?: string, need?: string) => page("best", ...present(workload, need));
/** What costs nothing. */
export const bestFree = () => page("best", "free");
/** A ranking as it was kept on a day. */
export const bestOn = (workload: string, day: string) => page("best", workload, "as-of", day);
/** The same rows in the page of the ranking. */
export const snapshotRows = (workload: string, day: string) => `${page("best", workload)}?as-of=${day}`;
/** Prices against the list, in one of its views: `/deltas/`, `/deltas/<view>/`. */
export const deltas = (view?: string) => (view === undefined ? page("deltas") : page("deltas", view));
/** `/compare/` or `/compare/<a>-vs-<b>/`, the two in the order of their ids: one page per pair. */
export const compare = (pair?: readonly [string, string]) =>
  page("compare", ...(pair === undefined ? [] : [pair.toSorted().join("-vs-")]));
/** A reader's own comparison, of which `comparedQuery` makes the query. */
export const comparison = (query: string) => `${page("compare")}${query}`;
/** What comparisons in the browser read: the site's own, no contract. */
export const comparedPlatforms = () => file("api/compare/platforms/");
/** The models a reader may choose for a comparison. */
export const comparedModels = () => file("api/compare/models.json");
/** A month of one workload at any models. */
export const calculator = () => page("calculator");
/** What changed, day by day. */
export const changes = (search = "") => `${page("changes")}${search}`;
/** What others say of prices, recomputed. */
export const claims = () => page("claims");
/** What the files under `/api/` are. */
export const apiPage = () => page("api");
/** All guides. */
export const guides = () => page("guides");
/** One of them: `/guides/<id>/`. */
export const guide = (id: string) => page("guides", id);
/** Where prices are from, or one source of it: `/data/#litellm`. */
export const data = (sourceId?: string) => `${page("data")}${sourceId === undefined ? "" : `#${encode(sourceId)}`}`;
/** Where sources disagree. */
export const disagreements = () => page("data", "disagreements");
/** Who makes this, and for what. */
export const about = () => page("about");
/** How figures come about, or one part of it: `/methodology/#workloads`. */
export const methodology = (section?: string) => `${page("methodology")}${section === undefined ? "" : `#${section}`}`;
/** The Markdown twin of a page: `/models/a/b/` → `/models/a/b.md`, `/` → `/index.md`. */
export const markdown = (pagePath: string) => (pagePath === base ? file("index.md") : pagePath.replace(/\/$/, ".md"));
/** For search engines. */
export const sitemap = () => file("sitemap-index.xml");
/** The sign of the site. */
export const favicon = () => file("favicon.svg");
/** The feeds of what changes. */
export const feed = {
  all: () => file("changes.xml"),
  model: (modelId: string) => file(`models/${modelPath(modelId)}.xml`),
  platform: (platformId: string) => file(`platforms/${platformId}.xml`),
  maker: (maker: string) => file(`models/${fileName(maker)}.xml`),
  json: () => file("changes.json"),
  announcements: () => file("announcements.ics"),
  /** Every maker's and platform's feed as OPML, or those of a maker's models. */
  opml: (maker?: string) => file(maker === undefined ? "feeds.opml" : `models/${fileName(maker)}.opml`),
} as const;
/** A small page for other people's pages, pinned to a kept day, or of today. */
export const embedBest = (workload: string, day?: string) => page("embed", "best", workload, ...present(day));
/** The same of one model. */
export const embedModel = (modelId: string, day?: string) => page("embed", "models", modelPath(modelId), ...present(day));
/** A price as an image: `/badge/a/b.svg`, of today or pinned to a kept day. */
export const badge = (modelId: string, day?: string) => file(`badge/${[modelPath(modelId), ...present(day)].join("/")}.svg`);
/** The same for Shields. */
export const shieldsBadge = (modelId: string) => file(`badge/${modelPath(modelId)}.json`);
/** `og("models/a/b")` → `/og/models/a/b.png`. */
export const og = (name: string) => file(`og/${name}.png`);
/** What the list of models is filtered and sorted by: the site's own, no contract. */
export const finder = () => file("api/finder.json");
/** What one catalogue alone says, where the list counts it. */
export const finderReported = () => file("api/finder-reported.json");
/** Every seller of the list, for filters by region and policy. */
export const finderPlaces = () => file("api/finder-places.json");
/** What the search of every page looks through: the site's own, no contract. */
export const search = () => file("api/search.json");
/** What rankings in the browser are made from: the site's own, no contract. */
export const rankingInput = () => file("api/market.json");
/** What bills in the browser need of platforms: the site's own, no contract. */
export const sellers = () => file("api/sellers.json");
/** Where platforms take requests: the site's own, no contract. */
export const access = () => file("api/access.json");
/** What amounts are in other currencies: the site's own, no contract. */
export const exchangeRates = () => file("api/exchange-rates.json");
/** The public files under `/api/`: published addresses. */
export const api = {
  index: () => file("api/v1/index.json"),
  models: () => file("api/v1/models.json"),
  model: (modelId: string) => file(`api/v1/models/${modelPath(modelId)}.json`),
  platforms: () => file("api/v1/platforms.json"),
  changes: () => file("api/v1/changes.json"),
  offersCsv: () => file("api/v1/offers.csv"),
  ranking: (workload: string) => file(`api/v1/rankings/${workload}.json`),
  rankingCsv: (workload: string) => file(`api/v1/rankings/${workload}.csv`),
  /** Every kept day of a month, packed. */
  rankingMonth: (workload: string, month: string) => file(`api/v1/rankings/${month}/${workload}.json.gz`),
  /** What a month's rankings by a need's own scale are worked out from, packed. */
  needMonth: (month: string) => file(`api/v1/rankings/${month}/needs.json.gz`),
  /** The rows kept on a day, every version of them; once the day has no page of its own, their checksums and which month holds them. */
  rankingSnapshot: (workload: string, day: string) => file(`api/v1/rankings/${day}/${workload}.json`),
  history: (modelId: string) => file(`api/v1/history/${modelPath(modelId)}.json`),
  /** OpenAPI 3.1, with a schema for every JSON file. */
  openapi: () => file("api/v1/openapi.json"),
  /** A whole table: `offers.parquet`, `history.csv.gz`. */
  bulk: (name: string) => file(`api/v1/${name}`),
  /** The prices of one of the last 13 months: `2026-07`. */
  prices: (month: string) => file(`api/v1/prices/${month}.json`),
  /** The prices of any month, packed, for ever. */
  pricesPacked: (month: string) => file(`api/v1/prices/${month}.json.gz`),
  claims: () => file("api/v1/claims.json"),
  /** Our prices in the shape of another tool's file: `litellm`, `models.dev-reported`. */
  compat: (name: string) => file(`api/compat/${name}.json`),
} as const;

/** The same path with scheme and host, for canonical links, feeds and social images. */
export function absolute(path: string, site = import.meta.env?.SITE ?? SITE): string {
  return new URL(path, site).href;
}

const present = (...segments: readonly (string | undefined)[]): readonly string[] =>
  segments.filter((segment) => segment !== undefined);
