import { allSheets, modelOf, models, names, presets, qualityOf, rankingSnapshots } from "../../data/catalog.ts";
import type { RankingRow } from "../../domain/ranking/ranking.ts";
import type { RankingSnapshot } from "../../domain/ranking/ranking-snapshot.ts";
import { formatPlural, formatUsd, WORDS } from "../../site/format.ts";
import type { Card, CardPlace } from "../../site/image/social-card.ts";
import { socialCards } from "../../site/image/social-cards.ts";
import { drawableName } from "../../site/image/social-font.ts";
import { paths } from "../../site/paths.ts";
import { monthMeaning } from "../../site/words/month-meaning.ts";
import { formatElo } from "../../site/words/quality-text.ts";
import { sellerOfId } from "../../site/words/seller-label.ts";
import { bestViewOf } from "./best-data.ts";
import { type BestPlace, bestPath, bestPlaces, bestTitle } from "./best-place.ts";
import { freeTable } from "./free-offers.ts";
import { snapshotViewOf } from "./snapshot-page.ts";

/** The images of rankings, today's and kept ones, and of the free offers. */
export const rankingCards = socialCards([
  ...bestPlaces.map((place) => [bestPath(place), () => cardOfRanking(place)] as const),
  ...rankingSnapshots.map(
    (snapshot) => [paths.bestOn(snapshot.workload, snapshot.asOf), () => cardOfSnapshot(snapshot)] as const,
  ),
  [paths.bestFree(), cardOfFree] as const,
]);

/** What a card shows of a row, today's or a kept one. */
type PlacedRow = Pick<RankingRow, "rank" | "modelId" | "offerId" | "landedUsdPerMonth" | "tiedWith"> & {
  readonly quality: { readonly value: number };
};

/** As many rows as an image has room for. */
const PLACES = 3;

function cardOfRanking({ preset, need }: BestPlace): Card {
  const { rows } = bestViewOf(preset, need).ranking;
  return rankingCard(bestTitle({ preset, need }), monthMeaning(preset), rows, (id) => modelOf(id).name);
}

/** The rows of a day as they were kept, under the day's name. */
function cardOfSnapshot(snapshot: RankingSnapshot): Card {
  const preset = presets.find(({ id }) => id === snapshot.workload);
  const rows = (snapshot.kept.at(-1)?.rows ?? []).map((row) => ({ ...row, landedUsdPerMonth: Number(row.landedUsdPerMonth) }));
  const month = preset === undefined ? "Kept and never changed since" : monthMeaning(preset);
  const nameOfModel = (id: string) => nameById.get(id) ?? id;
  return { ...rankingCard(snapshotViewOf(snapshot).title, month, rows, nameOfModel), asOf: snapshot.asOf };
}

const nameById = new Map(models.map(({ id, name }) => [id, name]));

/** The first rows of the page's own table. */
function cardOfFree(): Card {
  const rows = freeTable(allSheets(), qualityOf).groups.flatMap((group) => group.rows);
  const places = rows.slice(0, PLACES).map(({ cells: [model, seller] }, index) => ({
    rank: index + 1,
    name: model?.text ?? "",
    note: seller?.text ?? "",
    figure: WORDS.free,
  }));
  const says = `${formatPlural(rows.length, "offer")} cost nothing, within limits. Best first by quality:`;
  return { kind: "Best value", title: "Free offers", says, picture: { kind: "places", places } };
}

/** The first rows of a ranking, as they stand in its table. */
function rankingCard(title: string, month: string, rows: readonly PlacedRow[], nameOf: (modelId: string) => string): Card {
  const places = rows.slice(0, PLACES).map((row): CardPlace => {
    const { rank, modelId, landedUsdPerMonth, quality } = row;
    const note = `${sellerOf(row)} · quality ${formatElo(quality.value)}`;
    return { rank, name: drawableName(nameOf(modelId), modelId), note, figure: `${formatUsd(landedUsdPerMonth)} a month` };
  });
  const tied = rows[0]?.tiedWith ?? 0;
  const ties = tied === 0 ? "" : ` First place is tied with ${formatPlural(tied, "other")}.`;
  const says = rows.length === 0 ? "No rated model has a price that counts for this." : `${month}.${ties}`;
  return { kind: "Ranking by net cost", title, says, picture: { kind: "places", places } };
}

const sellerOf = ({ offerId }: PlacedRow): string => sellerOfId(offerId, names);
