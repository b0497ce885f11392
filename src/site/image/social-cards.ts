import {
  allSheets,
  defaultPreset,
  keptRankings,
  modelOf,
  models,
  names,
  offers,
  platformRowsOf,
  platforms,
  presets,
  qualityOf,
  run,
  sheetOf,
} from "../../data/catalog.ts";
import type { Model } from "../../domain/model/model.ts";
import { readOfferId } from "../../domain/offer/offer-id.ts";
import type { Platform } from "../../domain/platform/platform.ts";
import { summarise } from "../../domain/platform/platform-summary.ts";
import type { KeptRanking } from "../../domain/ranking/kept-ranking.ts";
import { bestViewOf } from "../../features/best/best-data.ts";
import { type BestPlace, bestPath, bestPlaces, bestTitle } from "../../features/best/best-page.ts";
import { freeTable } from "../../features/best/free-offers.ts";
import { keptViewOf } from "../../features/best/kept-page.ts";
import { sharedModels, standingAgainstFirst } from "../../features/compare/compare-platforms.ts";
import { comparedPlatforms, pairs, pairView } from "../../features/compare/comparisons.ts";
import { compareByUse } from "../../features/finder/model-list.ts";
import { feeSummary, KIND_WORDS } from "../../features/platform/platform-page.ts";
import { formatCount, formatPlural, WORDS } from "../format.ts";
import { paths } from "../paths.ts";
import { monthMeaning } from "../words/month-meaning.ts";
import { sellerText } from "../words/seller-label.ts";
import type { SocialCard } from "./social-card.ts";
import { type Card, makerCard, modelCard, type PlacedRow, pairCard, platformCard, rankingCard } from "./social-card-of.ts";

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
    "The cheapest model that reaches a quality, the frontier, and quality per dollar. Ties are called ties.",
  ],
  [
    "deltas",
    "Deltas",
    "How far is each platform from list?",
    "Every platform’s input price against the maker’s own, model by model.",
  ],
  ["compare", "Compare", "Platforms and models side by side", "Who asks less, ties, biggest gaps, fees and terms."],
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
    "Landed cost, list price, differences, precedence of sources, guards.",
  ],
  ["about", "About", "What Token Parity is", "No tokens sold, no commission, no affiliate links, no tracking."],
] as const;

/** Every social image by its name, the path of its page: `models/a/b`, `best/chat/coding`, `index`. Made when asked for. */
const cards: ReadonlyMap<string, () => Card> = new Map<string, () => Card>([
  ...models.map(({ id }) => [`models/${id}`, () => modelCard(sheetOf(id), defaultPreset.name, names)] as const),
  ...[...Map.groupBy(models, ({ maker }) => maker)].map(([maker, own]) => [`models/${maker}`, () => cardOfMaker(own)] as const),
  ...platforms.map((platform) => [`platforms/${platform.id}`, () => cardOfPlatform(platform)] as const),
  ...pairs.map(({ slug, pair }) => [`compare/${slug}`, () => cardOfPair(pair)] as const),
  ...bestPlaces.map((place) => [nameOf(bestPath(place)), () => cardOfRanking(place)] as const),
  ...keptRankings.map((kept) => [nameOf(paths.bestOn(kept.workload, kept.asOf)), () => cardOfKept(kept)] as const),
  ["best/free", cardOfFree] as const,
  ...GENERAL.map(([name, kind, title, says]) => [name, () => ({ kind, title, says, picture: size() })] as const),
]);

export const socialCardNames: readonly string[] = [...cards.keys()];

/** Throws where there is no card of that name. */
export function socialCard(name: string): SocialCard {
  const known = made.get(name);
  if (known !== undefined) return known;
  const card = cards.get(name);
  if (card === undefined) throw new Error(`no social image is called ${name}`);
  const social = { asOf: run.asOf, ...card() };
  made.set(name, social);
  return social;
}

/** Wanted twice: by the page for its words, and by the image. */
const made = new Map<string, SocialCard>();

/** The image of a page: its own, else that of the nearest page above it that has one. `/best/chat/all/` → `best/chat`. */
export function socialCardName(path: string): string {
  const name = nameOf(path);
  return cards.has(name)
    ? name
    : name.includes("/")
      ? socialCardName(`${paths.home()}${name.replace(/\/[^/]*$/, "/")}`)
      : "index";
}

/** `/models/a/b/` → `models/a/b`, `/` → `index`. */
function nameOf(path: string): string {
  const name = decodeURIComponent(path).slice(paths.home().length).replace(/\/$/, "");
  return name === "" ? "index" : name;
}

const cardOfMaker = (own: readonly Model[]): Card =>
  makerCard(
    own.toSorted(compareByUse).map(({ id }) => sheetOf(id)),
    defaultPreset.name,
    names,
  );

const cardOfPlatform = (platform: Platform): Card =>
  platformCard(
    { id: platform.id, name: platform.name, says: KIND_WORDS[platform.kind].says, fee: feeSummary(platform, run.asOf) },
    summarise(platformRowsOf(platform.id)),
  );

function cardOfPair(pair: readonly [string, string]): Card {
  const { title, answer } = pairView(pair);
  const standing = standingAgainstFirst(sharedModels(pair.flatMap((id) => comparedPlatforms.get(id) ?? [])), 1);
  return pairCard(title, answer, [names.platform(pair[0]), names.platform(pair[1])], standing);
}

function cardOfRanking({ preset, need }: BestPlace): Card {
  const { rows } = bestViewOf(preset, need).ranking;
  return rankingCard(bestTitle({ preset, need }), monthMeaning(preset), rows, (id) => modelOf(id).name, sellerOf);
}

/** The rows of a day as they were kept, under the day's name. */
function cardOfKept(kept: KeptRanking): Card {
  const preset = presets.find(({ id }) => id === kept.workload);
  const rows = (kept.kept.at(-1)?.rows ?? []).map((row) => ({ ...row, landedUsdPerMonth: Number(row.landedUsdPerMonth) }));
  const month = preset === undefined ? "Kept and never changed since" : monthMeaning(preset);
  const nameOfModel = (id: string) => nameById.get(id) ?? id;
  return { ...rankingCard(keptViewOf(kept).title, month, rows, nameOfModel, sellerOf), asOf: kept.asOf };
}

const nameById = new Map(models.map(({ id, name }) => [id, name]));

const sellerOf = ({ offerId }: Pick<PlacedRow, "offerId">): string => sellerText(readOfferId(offerId), names);

/** The first rows of the page's own table. */
function cardOfFree(): Card {
  const rows = freeTable(allSheets(), qualityOf, names).groups.flatMap((group) => group.rows);
  const places = rows.slice(0, 3).map(({ head, cells: [seller] }, index) => ({
    rank: index + 1,
    name: head.text,
    note: seller?.text ?? "",
    figure: WORDS.free,
  }));
  const says = `${formatPlural(rows.length, "offer")} cost nothing, within limits. Best first by quality:`;
  return { kind: "Best value", title: "Free offers", says, picture: { kind: "places", places } };
}

/** How much there is behind every page. */
const size = (): Card["picture"] => ({
  kind: "figures",
  figures: [
    { value: formatCount(models.length), label: "models" },
    { value: formatCount(new Set(offers.map(({ platform }) => platform)).size), label: "platforms that sell them" },
    { value: formatCount(offers.length), label: "offers, each with its source" },
  ],
});
