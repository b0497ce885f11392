import type { PairSummary } from "../../domain/platform/platform-comparison.ts";
import type { PlatformSummary } from "../../domain/platform/platform-summary.ts";
import type { RankingRow } from "../../domain/ranking/ranking.ts";
import type { ModelSheet } from "../../domain/reference/model-sheet.ts";
import { elo } from "../../features/best/best-text.ts";
import { modelLine } from "../../features/finder/model-list.ts";
import { ladderMarks } from "../../features/model/model-page.ts";
import { formatCount, formatDelta, formatPlural, formatUsd } from "../format.ts";
import { answerOf } from "../words/answer.ts";
import type { Names } from "../words/seller-label.ts";
import type { CardFigure, CardPlace, SocialCard } from "./social-card.ts";
import { drawableName } from "./social-font.ts";

/** A card before the day is known that all share; one of another day says so. */
export type Card = Omit<SocialCard, "asOf"> & { readonly asOf?: string };

/** What a card shows of a row, today's or a kept one. */
export type PlacedRow = Pick<RankingRow, "rank" | "modelId" | "offerId" | "landedUsdPerMonth" | "tiedWith"> & {
  readonly quality: { readonly value: number };
};

/** As many rows as an image has room for. */
const PLACES = 3;

/** The answer and the ladder of a model. */
export function modelCard(sheet: ModelSheet, workloadName: string, names: Names): Card {
  const { model, reference } = sheet;
  const list = reference?.kind === "list" ? reference.prices.input : null;
  return {
    kind: `Model by ${model.makerName}`,
    title: drawableName(model.name, model.id),
    says: answerOf(sheet, workloadName, names)
      .map(({ text }) => text)
      .join(""),
    picture: { kind: "ladder", marks: ladderMarks(sheet), list },
  };
}

/** A maker's models, the most used first. */
export function makerCard(sheets: readonly ModelSheet[], workloadName: string, names: Names): Card {
  const [first] = sheets;
  const places = sheets.slice(0, PLACES).map((sheet, index): CardPlace => {
    const { id, name, month, cheapest } = modelLine(sheet, names);
    return { rank: index + 1, name: drawableName(name, id), note: cheapest, figure: month };
  });
  return {
    kind: "Models of a maker",
    title: first === undefined ? "" : drawableName(first.model.makerName, first.model.maker),
    says: `${formatPlural(sheets.length, "model")}. The most used, and their cheapest month for ${workloadName.toLowerCase()}:`,
    picture: { kind: "places", places },
  };
}

interface PlatformWords {
  readonly name: string;
  readonly id: string;
  /** `a router: one key, many hosts behind it` */
  readonly says: string;
  readonly fee: string;
}

export function platformCard({ name, id, says, fee }: PlatformWords, summary: PlatformSummary): Card {
  const fees = fee === "unknown" ? "Its fees are unknown." : `Fees: ${fee}.`;
  return {
    kind: "Platform",
    title: drawableName(name, id),
    says: `${says.charAt(0).toUpperCase()}${says.slice(1)}. ${fees}`,
    picture: { kind: "figures", figures: platformFigures(summary) },
  };
}

function platformFigures({ models, compared, cheaper, equal, dearer, medianDeltaBps }: PlatformSummary): readonly CardFigure[] {
  const size = { value: formatCount(models), label: models === 1 ? "model sold" : "models sold" };
  if (compared === 0 || medianDeltaBps === null) return [size, { value: "–", label: "no offer comparable with a list price" }];
  return [
    size,
    { ...deltaFigure(medianDeltaBps), label: "median input price to list" },
    { value: formatCount(cheaper), label: "offers cheaper" },
    { value: formatCount(equal), label: "offers at list" },
    { value: formatCount(dearer), label: "offers dearer" },
  ];
}

/** Two platforms on the models they share, the second measured by the first. */
export function pairCard(
  title: string,
  answer: string,
  [first, second]: readonly [string, string],
  { prices, medianInputBps }: PairSummary,
): Card {
  const median = medianInputBps === null ? { value: "–" } : deltaFigure(medianInputBps);
  const figures = [
    { value: formatCount(prices.compared), label: "shared models compared" },
    { ...median, label: "median input difference" },
    { value: formatCount(prices.first), label: `cheaper at ${first}` },
    { value: formatCount(prices.tie), label: "equal" },
    { value: formatCount(prices.second), label: `cheaper at ${second}` },
  ];
  return { kind: "Platforms compared", title, says: answer, picture: { kind: "figures", figures } };
}

/** The first rows of a ranking, as they stand in its table. */
export function rankingCard(
  title: string,
  month: string,
  rows: readonly PlacedRow[],
  nameOf: (modelId: string) => string,
  sellerOf: (row: PlacedRow) => string,
): Card {
  const places = rows.slice(0, PLACES).map((row): CardPlace => {
    const { rank, modelId, landedUsdPerMonth, quality } = row;
    const note = `${sellerOf(row)} · quality ${elo(quality.value)}`;
    return { rank, name: drawableName(nameOf(modelId), modelId), note, figure: `${formatUsd(landedUsdPerMonth)} a month` };
  });
  const tied = rows[0]?.tiedWith ?? 0;
  const ties = tied === 0 ? "" : ` First place is tied with ${formatPlural(tied, "other")}.`;
  const says = rows.length === 0 ? "No rated model has a price that counts for this." : `${month}.${ties}`;
  return { kind: "Ranking by quality per dollar", title, says, picture: { kind: "places", places } };
}

function deltaFigure(bps: number): Pick<CardFigure, "value" | "side"> {
  if (bps === 0) return { value: "0\u202f%" };
  return { value: formatDelta(bps), side: bps < 0 ? "under" : "over" };
}
