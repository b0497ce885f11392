import type { WorkloadPreset } from "../../domain/cost/workload.ts";
import type { Model } from "../../domain/model/model.ts";
import { dayNumber } from "../../domain/money/day-number.ts";
import type { Sellers } from "../../domain/offer/seller.ts";
import type { Landed } from "../../domain/purchase/purchase.ts";
import { cheapestOf, type RankedOffer } from "../../domain/ranking/cheapest.ts";
import type { ModelSheet } from "../../domain/reference/model-sheet.ts";
import { cheapestReported, lastConfirmed } from "../../domain/reference/other-answers.ts";
import { standardInputs } from "../../domain/reference/standard-inputs.ts";
import { EVIDENCE } from "../../domain/source/evidence-class.ts";
import { WORDS } from "../../site/format.ts";
import { type Answerable, winnerInList } from "../../site/words/answer.ts";
import { EVIDENCE_WORDS } from "../../site/words/evidence-text.ts";
import { monthGap } from "../../site/words/model-list-row.ts";
import { monthMeaning } from "../../site/words/month-meaning.ts";
import {
  bitsOf,
  type FinderData,
  type FinderMonth,
  MONTH_GAPS,
  type ReportedMonths,
  roundedAsShown,
  withUnknownFee,
} from "./find-models.ts";
import { CAPABILITIES, type Capability, MODALITIES } from "./finder-state.ts";
import { type SheetRanks, sheetRanks } from "./sheet-ranks.ts";

/** `/api/finder.json`, the site's own file and no contract: what the list of models is filtered and sorted by, sheets in the order of use. */
export function finderJson(
  { sheets, presets, sellers }: FinderCatalogue,
  { qualityOf, policyOf }: FinderFacts,
  ranked: SheetRanks = sheetRanks(sellers),
): FinderData {
  const platforms = byFrequency(sheets.flatMap(({ rows }) => [...new Set(rows.map(({ offer }) => offer.platform))]));
  const placeOf = new Map(platforms.map((id, place) => [id, place]));
  const [columns, reported] = (["confirmed", "reported"] as const).map((counted) =>
    presets.map((preset, place) => sheets.map((sheet) => monthOf(sheet, preset, ranked(sheet, preset, counted), place === 0))),
  );
  const sellerTexts = byFrequency([columns, reported].flatMap((each = []) => each.flat().flatMap(({ seller }) => seller ?? [])));
  const sellerPlace = new Map(sellerTexts.map((text, place) => [text, place]));
  const column = <Value>(value: (sheet: ModelSheet) => Value) => sheets.map(value);
  return {
    ids: column(({ model }) => model.id),
    platforms,
    soldOn: column(({ rows }) =>
      stepsOf([...new Set(rows.map(({ offer }) => placeOf.get(offer.platform) ?? 0))].sort((a, b) => a - b)),
    ),
    capabilities: column(({ model }) =>
      bitsOf(
        CAPABILITIES,
        CAPABILITIES.filter((capability) => CAN[capability](model)),
      ),
    ),
    inputs: column(({ model }) => bitsOf(MODALITIES, model.inputModalities)),
    outputs: column(({ model }) => bitsOf(MODALITIES, model.outputModalities)),
    openWeights: column(({ model }) => (model.openWeights === null ? null : model.openWeights ? 1 : 0)),
    contextTokens: column(({ model }) => model.contextTokens),
    releasedDay: column(({ model }) => (model.releasedOn === null ? null : dayNumber(model.releasedOn))),
    listInput: column((sheet) => listPrice(sheet, "input")),
    listOutput: column((sheet) => listPrice(sheet, "output")),
    lowestInput: column(lowestInput),
    evidence: columns?.[0]?.map(({ evidence }) => evidence) ?? [],
    quality: column(({ model }) => qualityOf(model.id)),
    policies: platforms.map(policyOf),
    sellers: sellerTexts,
    workloads: presets.map((preset, place) => ({
      id: preset.id,
      meaning: monthMeaning(preset),
      months: columns?.[place]?.map(({ month }) => month) ?? [],
      cheapest: columns?.[place]?.map(({ seller }) => sellerPlace.get(seller ?? "") ?? null) ?? [],
      reported: reportedOf(columns?.[place] ?? [], reported?.[place] ?? [], sellerPlace),
    })),
  };
}

/** What is listed and sold. */
export interface FinderCatalogue {
  /** In the order of use. */
  readonly sheets: readonly ModelSheet[];
  readonly presets: readonly WorkloadPreset[];
  readonly sellers: Sellers;
}

/** What is known of models and platforms beside their prices. */
export interface FinderFacts {
  /** To the whole point; null = not rated. */
  readonly qualityOf: (modelId: string) => number | null;
  /** The place in `DATA_PROMISES` of what the platform says. */
  readonly policyOf: (platformId: string) => number;
}

/** The months that are others with one catalogue's word counted too. */
function reportedOf(
  confirmed: readonly PresetMonth[],
  counted: readonly PresetMonth[],
  sellerPlace: ReadonlyMap<string, number>,
): ReportedMonths {
  const others = counted.flatMap(({ month, seller }, at) =>
    seller === null || seller === confirmed[at]?.seller ? [] : [{ at, month, seller }],
  );
  return {
    at: others.map(({ at }) => at),
    months: others.map(({ month }) => month),
    cheapest: others.map(({ seller }) => sellerPlace.get(seller) ?? null),
  };
}

interface PresetMonth {
  /** As `FinderWorkload.months` has it. */
  readonly month: FinderMonth;
  /** Where no price may win, why, in few words; null for the first workload. */
  readonly seller: string | null;
  /** Place in `EVIDENCE`; null where no price may win. */
  readonly evidence: number | null;
}

function monthOf(sheet: ModelSheet, preset: WorkloadPreset, ranked: readonly RankedOffer[], isFirst: boolean): PresetMonth {
  const cheapest = cheapestOf(ranked);
  if (cheapest?.landed != null) {
    const { offer, landed } = cheapest;
    return {
      month: shownRange(landed),
      seller: winnerInList({ rows: ranked, cheapest }),
      evidence: EVIDENCE.indexOf(offer.evidence),
    };
  }
  const others = { cheapest: null, lastConfirmed: lastConfirmed(ranked), cheapestReported: cheapestReported(ranked) };
  const other = isFirst ? "" : withoutAmount(others);
  const month = gapCode(monthGap(sheet.rows, ranked, preset));
  return { month, seller: other === "" ? null : other, evidence: null };
}

/** What is in the seller's place for the other workloads. Of the first the page itself has it, with the amount. */
function withoutAmount({
  lastConfirmed: old,
  cheapestReported: reported,
}: Pick<Answerable, "lastConfirmed" | "cheapestReported">) {
  if (old !== null) return "not confirmed lately";
  return reported === null ? "" : EVIDENCE_WORDS.reported;
}

/** 0 = free, null = unknown, the rest below zero. */
function gapCode(word: string): number | null {
  if (word === WORDS.free) return 0;
  const place = MONTH_GAPS.indexOf(word);
  return place < 0 ? null : -1 - place;
}

const CAN: Readonly<Record<Capability, (model: Model) => boolean>> = {
  tools: ({ tools }) => tools === true,
  reasoning: ({ reasoning }) => reasoning === true,
  "structured-output": ({ structuredOutput }) => structuredOutput === true,
};

const listPrice = ({ reference }: ModelSheet, meter: "input" | "output"): number | null =>
  reference?.kind === "list" ? reference.prices[meter] : null;

function lowestInput(sheet: ModelSheet): number | null {
  const marks = standardInputs(sheet);
  return marks.length === 0 ? (isFree(sheet) ? 0 : null) : Math.min(...marks);
}

const isFree = (sheet: ModelSheet | undefined): boolean => sheet?.rows.some(({ offer }) => offer.tier === "free") ?? false;

/** One figure where both show the same; the least alone where the most follows from it. */
export function shownRange({ usd, upperUsd }: Landed): FinderMonth {
  const [low, high] = [roundedAsShown(usd), roundedAsShown(upperUsd)];
  if (low === high) return low;
  return high === withUnknownFee(low) ? [low] : [low, high];
}

/** `[2, 3, 7]` → `[2, 1, 4]`: small numbers, which pack well. */
const stepsOf = (places: readonly number[]): readonly number[] => places.map((place, at) => place - (places[at - 1] ?? 0));

/** Each once, the frequent first: small numbers for what is often referred to. */
function byFrequency(words: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1)).map(([word]) => word);
}
