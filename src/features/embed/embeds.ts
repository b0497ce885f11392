import {
  defaultPreset,
  modelById,
  models,
  names,
  presets,
  rankingSnapshots,
  run,
  sheetOf,
  snapshotPagesSince,
} from "../../data/catalog.ts";
import { pinsOf } from "../../data/pins.ts";
import { rankingOf } from "../../data/rankings.ts";
import type { WorkloadPreset } from "../../domain/cost/workload.ts";
import type { ModelPin } from "../../domain/model/model-pin.ts";
import { monthOfLine, rankingLines } from "../../domain/ranking/ranking-lines.ts";
import type { RankingLine, RankingSnapshot } from "../../domain/ranking/ranking-snapshot.ts";
import { pricePair } from "../../domain/reference/delta.ts";
import type { LadderInput } from "../../domain/reference/ladder.ts";
import type { ModelSheet, SheetRow } from "../../domain/reference/model-sheet.ts";
import { standardInputs } from "../../domain/reference/standard-inputs.ts";
import type { AssessedOffer } from "../../domain/source/assessed-offer.ts";
import { formatDay, formatUsdRange } from "../../site/format.ts";
import { memoizeBy } from "../../site/page/memoize-by.ts";
import { tieText } from "../../site/words/answer.ts";
import { modelListRow, otherSellerText } from "../../site/words/model-list-row.ts";
import { pairText, unconfirmedListText } from "../../site/words/price-pair-text.ts";
import { formatElo, intervalText, rankNote } from "../../site/words/quality-text.ts";
import { sellerOfId, winnerText, withLongPromptNote } from "../../site/words/seller-label.ts";
import type { Badge } from "./badge.ts";

/** Every model in each of its forms: live, then its pins. */
const allForms = models.flatMap(({ id }) => [null, ...pinsOf(id)].map((pin) => ({ id, pin })));
/** Those that a page is built for. */
export const modelForms = allForms.filter(({ pin }) => pin === null || pin.day >= snapshotPagesSince);
/** The older pins: what is at their addresses is small. */
export const oldPins = allForms.flatMap(({ id, pin }) => (pin === null || pin.day >= snapshotPagesSince ? [] : [{ id, pin }]));

/** Every ranking of all models in each of its forms: live, then its kept days. */
export const rankingForms = presets.flatMap((preset) => [null, ...snapshotsOf(preset)].map((snapshot) => ({ preset, snapshot })));

/** `Opus` `$5.00 in · $25.00 out per M tokens · 22 Aug 2026`; pinned: `$1,800 a month for chat · 22 Aug 2026`. */
export function modelBadge(id: string, pin: ModelPin | null): Badge {
  const sheet = sheetOf(id);
  const day = formatDay(pin?.day ?? run.asOf);
  const value = pin === null ? livePrice(sheet) : `${monthOf(pin.line)} a month ${forWorkload}`;
  const seller = pin === null ? liveSeller(sheet) : sellerOfKept(pin.line);
  const at = seller === "" ? "" : ` at ${seller}`;
  const title = `${sheet.model.name}, cheapest ${forWorkload}: ${value}${at}, as of ${day} (Token Parity)`;
  return { label: sheet.model.name, value: `${value} · ${day}`, title };
}

/** What a model's embed shows. */
export interface ModelEmbed {
  readonly day: string;
  readonly facts: readonly (readonly [label: string, value: string])[];
  /** Of today only: no day's ladder is kept. */
  readonly ladder: LadderInput | null;
}

/** What a frame or a badge says of a model: today’s price, or that of the day it is pinned to. */
export const modelEmbed = (id: string, pin: ModelPin | null): ModelEmbed =>
  pin === null ? liveModel(sheetOf(id)) : pinnedModel(pin);

/** One row of a ranking's embed. */
export interface RankingEmbedRow {
  readonly rank: string;
  readonly modelId: string;
  readonly name: string;
  readonly seller: string;
  readonly month: string;
  readonly quality: string;
}

export interface RankingEmbed {
  readonly day: string;
  readonly rows: readonly RankingEmbedRow[];
  /** Of the kept rows; null = live. */
  readonly sha256: string | null;
}

/** The first rows, today's or those kept on a day, in the words of the page. */
export function rankingEmbed(preset: WorkloadPreset, snapshot: RankingSnapshot | null): RankingEmbed {
  const version = snapshot?.kept.at(-1);
  const lines = version?.rows ?? rankingLines(rankingOf(preset));
  return {
    day: snapshot?.asOf ?? run.asOf,
    rows: embedRows(lines),
    sha256: version?.sha256 ?? null,
  };
}

/** The first of them, in the words of the page. */
export const embedRows = (lines: readonly RankingLine[]): readonly RankingEmbedRow[] =>
  lines.slice(0, EMBEDDED_ROWS).map(embedRow);

export const EMBEDDED_ROWS = 5;

const rowOfLine = new WeakMap<RankingLine, RankingEmbedRow>();

/** Once for a line, which stands for days on end: ten years have a hundred thousand, nine in ten of them those of the day before. */
function embedRow(line: RankingLine): RankingEmbedRow {
  const row = rowOfLine.get(line) ?? newEmbedRow(line);
  rowOfLine.set(line, row);
  return row;
}

function newEmbedRow(line: RankingLine): RankingEmbedRow {
  const { rank, modelId, quality } = line;
  return {
    rank: String(rank),
    modelId,
    name: modelById.get(modelId)?.name ?? modelId,
    seller: sellerOfKept(line),
    month: monthOf(line),
    quality: formatElo(quality.value),
  };
}

/** Whether a model still has a page: a kept row may name one that has none any more. */
export const hasPage = (modelId: string): boolean => modelById.has(modelId);

function liveModel(sheet: ModelSheet): ModelEmbed {
  const { model, reference, unconfirmedList, cheapest } = sheet;
  const list = reference?.kind === "list" ? reference : null;
  const facts =
    cheapest === null
      ? [[`Cheapest ${forWorkload}`, livePrice(sheet)] as const]
      : [
          [`Cheapest ${forWorkload}`, `${winnerText(cheapest)}${doubt(cheapest)}${tieText(sheet)}`] as const,
          ["Per million tokens", pairText(pricePair(cheapest.offer, null))] as const,
          [
            "Monthly cost",
            cheapest.landed === null ? "" : formatUsdRange(cheapest.landed.usd, cheapest.landed.upperUsd),
          ] as const,
        ];
  return {
    day: run.asOf,
    facts: [...facts, [`${model.makerName}’s list price`, list === null ? noListText(unconfirmedList) : pairText(list.prices)]],
    ladder: { marks: standardInputs(sheet), list: list?.prices.input ?? null },
  };
}

function pinnedModel({ day, line }: ModelPin): ModelEmbed {
  const { rank, quality } = line;
  const [low, high] = quality.interval;
  const facts = [
    [`Cheapest ${forWorkload}`, sellerOfKept(line)],
    ["Monthly cost", monthOf(line)],
    [line.netCostUsd === undefined ? "Rank by quality per dollar" : "Rank by net cost", `${rank}, ${rankNote(line)}`],
    ["Quality", `${formatElo(quality.value)} (${intervalText({ low, high })})`],
  ] as const;
  return { day, facts, ladder: null };
}

/** What stands for a list price that nobody confirms, or that there is none. */
const noListText = (unconfirmed: AssessedOffer | null): string =>
  unconfirmed === null ? "none" : `unconfirmed: ${unconfirmedListText(unconfirmed)}`;

const forWorkload = `for ${defaultPreset.name.toLowerCase()}`;

/** Prices of the cheapest offer, or the word for why there is none. */
function livePrice(sheet: ModelSheet): string {
  const { cheapest } = sheet;
  if (cheapest !== null) return `${pairText(pricePair(cheapest.offer, null))} per M tokens${doubt(cheapest)}`;
  const other = otherSellerText(sheet);
  if (other !== "") return other;
  const { month } = modelListRow(sheet);
  return month === "free" ? "free, with limits" : `price ${month}`;
}

/** Who sold it, and that a price for long prompts was assumed. */
const sellerOfKept = ({ offerId, longPromptPrice }: RankingLine): string =>
  withLongPromptNote(sellerNameOf(offerId), longPromptPrice === "assumed");

const sellerNameOf = memoizeBy((offerId: string) => sellerOfId(offerId, names));

/** Who is cheapest, and what that hangs on; empty = nobody may be called so. */
const liveSeller = ({ cheapest }: ModelSheet): string => (cheapest === null ? "" : winnerText(cheapest));

/** A price that nobody read recently says its day. */
const doubt = ({ offer }: SheetRow): string => (offer.age === "fresh" ? "" : `, read ${formatDay(offer.restsOn.readAt)}`);

/** The month of a row, as a range where its fee is unknown. */
function monthOf(line: RankingLine): string {
  const { usd, upperUsd } = monthOfLine(line);
  return formatUsdRange(usd, upperUsd);
}

function snapshotsOf({ id }: WorkloadPreset): readonly RankingSnapshot[] {
  return rankingSnapshots.filter(({ workload }) => workload === id);
}
