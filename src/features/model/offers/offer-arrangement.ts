import { billedCard } from "../../../domain/cost/billed-card.ts";
import { TIERS } from "../../../domain/offer/tier.ts";
import { isDistrusted } from "../../../domain/ranking/cheapest.ts";
import type { ModelOfferLine } from "./offer-line.ts";

/** What the rows of a fold have in common: the list price, one other price, one platform, a router, or only that they come last. */
export type FoldKind = "list" | "price" | "platform" | "hosts" | "more";

/** Rows that are together on a model's page, under a title or behind a row that stands for them. */
export interface OfferChunk<Line = ModelOfferLine> {
  readonly title: string | null;
  readonly fold: FoldKind | null;
  readonly rows: readonly Line[];
}

/** So many rows at one price are worth folding. */
const LEAST_FOLD = 3;
/** A long tail shows so many rows and folds, and says how many more there are. */
const SHOWN = 12;

/**
 * A model's ranked offers as its page shows them: by tier; of the standard one the main platforms first (the maker, the clouds, OpenRouter), then
 * the others, then a router's hosts; equal prices behind one row.
 */
export function arrangedOffers<Line extends ModelOfferLine>(lines: readonly Line[]): readonly OfferChunk<Line>[] {
  return TIERS.flatMap((tier) => {
    const ofTier = lines.filter(({ offer }) => offer.tier === tier);
    if (tier !== "standard") return titled(TIER_TITLES[tier], shortened(foldedBy(ofTier, cardKey)));
    const at = (place: ModelOfferLine["place"]) => ofTier.filter((line) => line.place === place);
    const hosts = at("host");
    return [
      ...titled(
        "Main platforms",
        foldedBy(at("main"), (line) => `${line.offer.platform} ${cardKey(line)}`),
      ),
      ...titled("Other platforms", shortened(foldedBy(at("other"), cardKey))),
      ...titled("Through OpenRouter, by host", hosts.length < LEAST_FOLD ? single(hosts) : [{ fold: "hosts", rows: hosts }]),
    ];
  });
}

/** The offers in the order of a column: only the tiers are kept apart. */
export function offersByTier<Line extends ModelOfferLine>(lines: readonly Line[]): readonly OfferChunk<Line>[] {
  return TIERS.flatMap((tier) => {
    const rows = lines.filter(({ offer }) => offer.tier === tier);
    return rows.length === 0 ? [] : [{ title: TIER_TITLES[tier], fold: null, rows }];
  });
}

export const TIER_TITLES = {
  standard: "Standard",
  batch: "Via Batch API: answers within a day",
  flex: "Flex: slower, when there is room",
  priority: "Priority",
  fast: "Fast",
  free: "Free, with limits",
} as const;

interface Entry<Line> {
  readonly fold: FoldKind | null;
  readonly rows: readonly Line[];
}

const single = <Line>(rows: readonly Line[]): readonly Entry<Line>[] => rows.map((row) => ({ fold: null, rows: [row] }));

/** Rows of one key behind one row, at the place of the first; too few to fold stay each at its own: what they ask is the same, their fees need not be. */
function foldedBy<Line extends ModelOfferLine>(rows: readonly Line[], keyOf: (line: Line) => string): readonly Entry<Line>[] {
  const place = ({ rows: [first] }: Entry<Line>) => (first === undefined ? 0 : rows.indexOf(first));
  return [...Map.groupBy(rows, keyOf).values()]
    .flatMap((group) => (group.length < LEAST_FOLD ? single(group) : [{ fold: kindOf(group), rows: group }]))
    .toSorted((a, b) => place(a) - place(b));
}

function kindOf(rows: readonly ModelOfferLine[]): FoldKind {
  if (new Set(rows.map(({ offer }) => offer.platform)).size === 1) return "platform";
  return rows.every(({ deltas, isList }) => isList || (deltas?.bps.input === 0 && deltas.bps.output === 0)) ? "list" : "price";
}

function shortened<Line>(entries: readonly Entry<Line>[]): readonly Entry<Line>[] {
  const rest = entries.slice(SHOWN).flatMap(({ rows }) => rows);
  return rest.length < LEAST_FOLD ? entries : [...entries.slice(0, SHOWN), { fold: "more", rows: rest }];
}

/** Rows one below the other are one chunk; a fold is one of its own. */
function titled<Line>(title: string, entries: readonly Entry<Line>[]): readonly OfferChunk<Line>[] {
  const chunks: OfferChunk<Line>[] = [];
  for (const { fold, rows } of entries) {
    const last = chunks.at(-1);
    if (fold === null && last?.fold === null) chunks[chunks.length - 1] = { ...last, rows: [...last.rows, ...rows] };
    else chunks.push({ title: chunks.length === 0 ? title : null, fold, rows });
  }
  return chunks;
}

/** What bills alike whatever the workload, and counts alike. A cache price that nobody states is what is billed in its place. */
function cardKey({ offer, ineligible }: ModelOfferLine): string {
  const { input, output } = offer.prices;
  const { cacheRead, cacheWrite5m, cacheWrite1h } = billedCard(offer.prices, null, offer.model);
  const counts = isDistrusted({ ineligible }) ? "distrusted" : ineligible;
  const cards = offer.conditions.concat(offer.assumedTiers ?? [], offer.assumedWindows ?? []);
  return JSON.stringify([counts, input, output, cacheRead, cacheWrite5m, cacheWrite1h, cards, offer.unitPrices]);
}
