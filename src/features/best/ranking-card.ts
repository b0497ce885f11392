import { allSheets, modelById, modelOf, names, qualityOf, rankingSnapshots } from "../../data/catalog.ts";
import type { WinRange } from "../../domain/ranking/net-cost/best-buys.ts";
import type { RankingRow } from "../../domain/ranking/ranking.ts";
import { monthOfLine } from "../../domain/ranking/ranking-lines.ts";
import type { RankingLine, RankingSnapshot } from "../../domain/ranking/ranking-snapshot.ts";
import { formatPlural, formatUsdRange, WORDS } from "../../site/format.ts";
import type { CardContent, CardPlace } from "../../site/image/social-card.ts";
import { socialCards } from "../../site/image/social-cards.ts";
import { drawableName } from "../../site/image/social-font.ts";
import * as paths from "../../site/paths.ts";
import { formatElo } from "../../site/words/quality-text.ts";
import { sellerOfId } from "../../site/words/seller-label.ts";
import { bestViewOf } from "./best-data.ts";
import { type BestPlace, bestPath, bestPlaces, bestTitle } from "./best-place.ts";
import { freeTable } from "./free-offers.ts";
import { snapshotHeadOf } from "./snapshot-page.ts";
import { stripOf } from "./strip/buy-strip.ts";
import { SLIDER_MARKS, worseAnswerText } from "./worse-answer.ts";

/** The images of rankings, today's and kept ones, and of the free offers. */
export const rankingCards = socialCards([
  ...bestPlaces.map((place) => [bestPath(place), () => cardOfRanking(place)] as const),
  ...rankingSnapshots.map(
    (snapshot) => [paths.bestOn(snapshot.workload, snapshot.asOf), () => cardOfSnapshot(snapshot)] as const,
  ),
  [paths.bestFree(), cardOfFree] as const,
]);

/** What a card shows of a row, today's or a kept one. */
type PlacedRow = Pick<
  RankingRow,
  "rank" | "modelId" | "offerId" | "landedUsdPerMonth" | "tiedWith" | "wins" | "assumesLongPrompts"
> & {
  readonly leastUsd: Pick<RankingRow["leastUsd"], "landed">;
  readonly quality: { readonly value: number };
};

/** As many rows as an image has room for. */
const PLACES = 3;

/** The need by the short name of its address: what it asks of a model in full is too long for a line. */
function cardOfRanking({ preset, need }: BestPlace): CardContent {
  const { ranking } = bestViewOf(preset, need);
  const title = `${bestTitle({ preset, need: "all" })}${need === "all" ? "" : `: ${need.replaceAll("-", " ")}`}`;
  return rankingCard(title, ranking.rows, preset.worseAnswer.usd, (id) => modelOf(id).name);
}

/** The rows of a day as they were kept, under the day's name; what a worse answer cost then may be another sum than today's. */
function cardOfSnapshot(snapshot: RankingSnapshot): CardContent {
  const rows = (snapshot.kept.at(-1)?.rows ?? []).map((row) => ({
    ...row,
    landedUsdPerMonth: monthOfLine(row).upperUsd,
    leastUsd: { landed: monthOfLine(row).usd },
    wins: winRange(row),
    assumesLongPrompts: row.longPromptPrice === "assumed",
  }));
  const nameOfModel = (id: string) => modelById.get(id)?.name ?? id;
  return {
    ...rankingCard(snapshotHeadOf(snapshot).title, rows, null, nameOfModel),
    asOf: snapshot.asOf,
  };
}

/** When a kept row won; rows kept before rankings were by net cost say nothing of it. */
function winRange({ winsWhileErrorCosts: wins }: RankingLine): WinRange | null {
  if (wins == null) return null;
  const [from, to] = wins;
  return { from: Number(from), to: to === null ? null : Number(to) };
}

/** The first rows of the page's own table. */
function cardOfFree(): CardContent {
  const rows = freeTable(allSheets(), qualityOf).groups.flatMap((group) => group.rows);
  const places = rows.slice(0, PLACES).map(({ cells: [model, seller] }, index) => ({
    rank: index + 1,
    name: model?.text ?? "",
    note: seller?.text ?? "",
    figure: WORDS.free,
  }));
  const says = `${formatPlural(rows.length, "offer")} cost nothing, within limits. Confirmed lately first, then by quality:`;
  return { kind: "Best value", title: "Free offers", says, picture: { kind: "places", places } };
}

/** The best buys over every price of a worse answer as a strip, and the first rows of a ranking, as they are in its table. */
function rankingCard(
  title: string,
  rows: readonly PlacedRow[],
  worseAnswerUsd: number | null,
  nameOf: (modelId: string) => string,
): CardContent {
  const places = rows.slice(0, PLACES).map((row) => rankingPlace(row, nameOf(row.modelId)));
  const parts = stripOf({ rows }, nameOf).map(({ number, name, width, isHere, modelId }) => ({
    ...{ number, width, isHere },
    name: drawableName(name, modelId),
  }));
  const strip = parts.length === 0 ? {} : { strip: { parts, marks: SLIDER_MARKS.map(worseAnswerText) } };
  const says =
    rows.length === 0 ? "No rated model has a price that counts for this." : saysOf(rows.slice(0, PLACES), worseAnswerUsd);
  return { kind: "Ranking by net cost", title, says, picture: { kind: "places", places, ...strip } };
}

/** Beside a month that hangs on what long prompts are assumed to cost: a row has no room for the words, which stand above. */
const ASSUMED_MARK = "*";

/** A row as an image shows it. */
export function rankingPlace(row: Omit<PlacedRow, "tiedWith" | "wins">, name: string): CardPlace {
  const { rank, modelId, landedUsdPerMonth, leastUsd, quality } = row;
  const month = `${formatUsdRange(leastUsd.landed, landedUsdPerMonth)}${row.assumesLongPrompts ? ASSUMED_MARK : ""}`;
  const note = `${sellerOfId(row.offerId, names)} · quality ${formatElo(quality.value)}`;
  return { rank, name: drawableName(name, modelId), note, figure: `${month} a month` };
}

/** `Best buy by what a worse answer costs; at $0.01, tied with 3:` */
export function saysOf(
  rows: readonly Pick<PlacedRow, "tiedWith" | "assumesLongPrompts">[],
  worseAnswerUsd: number | null,
): string {
  const [first] = rows;
  const tied = first === undefined || first.tiedWith === 0 ? "" : `, first tied with ${first.tiedWith}`;
  const at = worseAnswerUsd === null ? "" : `; rows at ${worseAnswerText(worseAnswerUsd)}`;
  // The image has one line: where it tells of a mark, it leaves the strip to speak for itself.
  if (!rows.some(({ assumesLongPrompts }) => assumesLongPrompts)) return `Best buy by what a worse answer costs${at}${tied}`;
  const rowsAt = worseAnswerUsd === null ? "" : `; a worse answer at ${worseAnswerText(worseAnswerUsd)}`;
  return `${ASSUMED_MARK} long-prompt price assumed${rowsAt}${tied.replace("first ", "")}`;
}
