import { existsSync } from "node:fs";
import { z } from "zod";
import type { WorkloadPreset } from "../domain/cost/workload.ts";
import { Announcement, isAnnouncementShown } from "../domain/history/announcement.ts";
import { Model } from "../domain/model/model.ts";
import { ORDER_MAX_AGE_DAYS, orderBySuccession } from "../domain/model/model-order.ts";
import { NotChat } from "../domain/model/not-chat.ts";
import { MovedModel } from "../domain/model/same-weights/moved-model.ts";
import { SameWeights, type SameWeightsModel, sameWeightsAs } from "../domain/model/same-weights/same-weights.ts";
import { Unmatched } from "../domain/model/unmatched.ts";
import { compareText } from "../domain/money/compare-text.ts";
import { addDays, daysBetween } from "../domain/money/days.ts";
import { ExchangeRates, ratesOn } from "../domain/money/exchange-rate.ts";
import { GoneOffer } from "../domain/offer/gone-offer.ts";
import { Offer, SecondReading } from "../domain/offer/offer.ts";
import type { Sellers } from "../domain/offer/seller.ts";
import { namesOf } from "../domain/offer/seller-names.ts";
import { billedCurrency } from "../domain/platform/currency/billed-currency.ts";
import { type Platform, sellerOn } from "../domain/platform/platform.ts";
import { type PlatformRow, rowsByPlatform } from "../domain/platform/platform-summary.ts";
import { MeasuredCost } from "../domain/quality/measured-cost.ts";
import { NeedFits, NeedQuality, NO_NEED_FITS } from "../domain/quality/need-quality.ts";
import type { QualityScaleName } from "../domain/quality/need-scale.ts";
import { measuredRun, outputRatios } from "../domain/quality/output-ratio.ts";
import { Quality } from "../domain/quality/quality.ts";
import { QualityFit } from "../domain/quality/quality-fit.ts";
import { QualityScore } from "../domain/quality/quality-score.ts";
import { taskSuccess } from "../domain/quality/task-success.ts";
import { DEFAULT_RANK_OPTIONS, type RankedOffer, rankOffers } from "../domain/ranking/cheapest.ts";
import type { RankingSnapshot } from "../domain/ranking/ranking-snapshot.ts";
import type { ListPast } from "../domain/reference/list-on-day.ts";
import { type ModelSheet, modelSheet } from "../domain/reference/model-sheet.ts";
import type { AssessedOffer } from "../domain/source/assessed-offer.ts";
import { Run } from "../domain/source/run.ts";
import { assessOffers } from "./assess-offers.ts";
import { readCuratedTables } from "./curated-tables.ts";
import { curatedFile, generatedFile } from "./folders.ts";
import { readGeneratedRows } from "./last-readings.ts";
import { needMonthsIn } from "./need-files.ts";
import { finishPendingWrite } from "./pending-write.ts";
import { readJson, readRows } from "./rows.ts";
import { rankingMonthsIn, snapshotsIn, snapshotsSince } from "./snapshot-files.ts";
import { isStrict, refuseStale } from "./strict.ts";

/** The one door to the data: rows read once a build, checked against their schemas, in the order of the files (by id). */
finishPendingWrite(generatedFile());

export const run = readJson(generatedFile("run.json"), Run);
const seconds = readGeneratedRows(generatedFile(), "seconds.jsonl", SecondReading);
const rates = readRows(generatedFile("exchange-rates.jsonl"), ExchangeRates);
/** What other currencies were worth when the data were read; null = no rate is young enough to say. */
export const ratesOfDay = ratesOn(rates, run.asOf);
const secondsByOffer = Map.groupBy(seconds, ({ offer }) => offer);
const tables = readCuratedTables(curatedFile());
const storedModels = readGeneratedRows(generatedFile(), "models.jsonl", Model);
export const { presets, hosts, mirrors, listPrices, quotedCurrencies } = tables;
const { platforms: curatedPlatforms } = tables;

/** With how each price is known and what speaks against it: judged once a build, here. */
export const offers: readonly AssessedOffer[] = assessOffers(
  { asOf: run.asOf, models: storedModels, offers: readGeneratedRows(generatedFile(), "offers.jsonl", Offer), seconds, rates },
  tables,
);
const offersByModel = Map.groupBy(offers, ({ model }) => model);

/** The day OpenRouter's order of use was read, where it is so old that newer models are in their predecessors' places; else null. */
export const oldOrderOn = oldOrderDay(run);
export const models = inOrderOfUse(storedModels);
if (isStrict(process.env)) refuseStale(offers);
/** What the platform of a figure as it was read bills in, where that is no dollar. */
export const billedIn = (figure: Parameters<typeof billedCurrency>[0]): string | null => billedCurrency(figure, quotedCurrencies);
/** What is no longer sold, with day and reason. */
export const gone = readGeneratedRows(generatedFile(), "gone.jsonl", GoneOffer);
const goneByModel = Map.groupBy(gone, ({ model }) => model);
/** What OpenRouter lists beside chat models: no pages. */
export const notChat = readGeneratedRows(generatedFile(), "not-chat.jsonl", NotChat);
export const unmatched = readGeneratedRows(generatedFile(), "unmatched.jsonl", Unmatched);

const qualities = new Map(
  readGeneratedRows(generatedFile(), "quality.jsonl", Quality).map((quality) => [quality.model, quality]),
);
/** The constants behind every quality figure; null = no night has fitted any. */
export const qualityFit = existsSync(generatedFile("quality-fit.json"))
  ? readJson(generatedFile("quality-fit.json"), QualityFit.nullable())
  : null;
export const measuredCosts = readGeneratedRows(generatedFile(), "measured-costs.jsonl", MeasuredCost);

/** How long a kept ranking has pages of its own; then its month's file has its rows, and what is at its addresses leads there. */
const SNAPSHOT_PAGE_DAYS = 30;
/** Of which months rankings are kept, newest first. */
export const rankingMonths = rankingMonthsIn(generatedFile("rankings"));
/** Of which months the figures behind rankings by a need's own scale are kept, newest first. */
export const needMonths = needMonthsIn(generatedFile("need-figures"));
/** The kept rankings that have pages, by the day of their data, newest first. */
export const snapshotPagesSince = addDays(run.asOf, -SNAPSHOT_PAGE_DAYS);
export const rankingSnapshots = snapshotsSince(rankingMonths, snapshotPagesSince);
/** The others with their first rows, month by month: years of them are never in memory together. */
export function* archivedSnapshots(rows: number): Generator<RankingSnapshot> {
  const pages = new Set(rankingSnapshots.map(({ workload, asOf }) => `${workload} ${asOf}`));
  for (const month of rankingMonths)
    yield* snapshotsIn(month, rows).filter(({ workload, asOf }) => !pages.has(`${workload} ${asOf}`));
}

/** The models of the site by id. */
export const modelById = new Map(models.map((model) => [model.id, model]));
const offersByPlatform = Map.groupBy(offers, ({ platform }) => platform);
const platformById = new Map(curatedPlatforms.map((platform) => [platform.id, platform]));

/** Every platform with an offer or with curated facts, by id. */
export const platforms: readonly Platform[] = curatedPlatforms
  .filter(({ id }) => offersByPlatform.has(id) || isCuratedInFull(id))
  .toSorted((a, b) => (a.id < b.id ? -1 : 1));

/** How much there is, as every page that says so says it. A platform counts that sells something today. */
export const catalogueCounts = { models: models.length, offers: offers.length, platforms: offersByPlatform.size } as const;

export const sellers: Sellers = new Map(curatedPlatforms.map((platform) => [platform.id, sellerOn(platform, run.asOf, hosts)]));

/** A name for every platform and host; one nobody has named yet is shown by its id. */
export const names = namesOf(curatedPlatforms, hosts);

/** The workload pages show before a reader chooses one. */
export const defaultPreset: WorkloadPreset = firstOf(presets);

/** The model of an id. Throws where there is none: ask only for ids that come from the catalogue. */
export function modelOf(id: string): Model {
  const model = modelById.get(id);
  if (model === undefined) throw new Error(`no model ${id}`);
  return model;
}

/** What platforms announced: what is ahead, hangs or was called off on the day of the data, and what took effect recently. Soonest first. */
export const announcements: readonly Announcement[] = readJson(curatedFile("announcements.json"), z.array(Announcement))
  .filter((each) => isAnnouncementShown(each, run.asOf))
  .toSorted(
    (a, b) =>
      compareText(a.effectiveOn ?? a.atLeastUntil ?? "", b.effectiveOn ?? b.atLeastUntil ?? "") || compareText(a.id, b.id),
  );

/** What was announced of a model, the earliest first. */
export const announcementsOf = (modelId: string): readonly Announcement[] =>
  announcements.filter(({ model }) => model === modelId);

/** A model's quality, joined from all sources; null = nobody scored it. */
export const qualityOf = (modelId: string): Quality | null => qualities.get(modelId) ?? null;

const needQualities = new Map(
  readGeneratedRows(generatedFile(), "quality-needs.jsonl", NeedQuality).map((quality) => [
    `${quality.scale} ${quality.model}`,
    quality,
  ]),
);

/** How good a model is on a scale; null = no source of that scale has scored it. */
export const qualityOn = (scale: QualityScaleName, modelId: string): Quality | null =>
  scale === "general" ? qualityOf(modelId) : (needQualities.get(`${scale} ${modelId}`) ?? null);

const needFits = existsSync(generatedFile("quality-fit-needs.json"))
  ? readJson(generatedFile("quality-fit-needs.json"), NeedFits)
  : NO_NEED_FITS;

/** The constants behind a scale; null = no night has fitted any. */
export const fitOn = (scale: QualityScaleName): QualityFit | null => (scale === "general" ? qualityFit : needFits[scale]);

/** The run of LiveBench behind each model's score there: its cost and its tokens go with that effort and with no other. */
export const measuredRuns: ReadonlyMap<string, MeasuredCost> = new Map(
  [...qualities.values()].flatMap((quality) => {
    const measured = measuredRun(measuredCosts, quality);
    return measured === null ? [] : [[quality.model, measured] as const];
  }),
);
const ratios = outputRatios(measuredRuns);

/** What of LiveBench's newest tasks each model solved. */
export const successByModel = taskSuccess(readGeneratedRows(generatedFile(), "quality-scores.jsonl", QualityScore));

/** How many times the field's median a model writes; null = nobody measured it. */
export const outputRatioOf = (modelId: string): number | null => ratios.get(modelId) ?? null;

/** The field that wins are counted against, on a scale. */
export const fieldOn = (scale: QualityScaleName): readonly number[] => fitOn(scale)?.field.map(({ elo }) => elo) ?? [];

/** The platform of an id; null = nobody described it. */
export const platformOf = (id: string): Platform | null => platformById.get(id) ?? null;

/** Every offer of a model with how it is known, unconfirmed and doubtful ones too; none for an id nobody sells. */
export const offersOf = (modelId: string): readonly AssessedOffer[] => offersByModel.get(modelId) ?? [];

/** What other sources say of an offer that another source decides. */
export function secondsOf(offerId: string): readonly SecondReading[] {
  return secondsByOffer.get(offerId) ?? [];
}

/** What a platform sells, each offer with how its price is known. */
export const offersAt = (platformId: string): readonly AssessedOffer[] => offersByPlatform.get(platformId) ?? [];

/** Tombstones of a model’s offers that are no longer sold. */
export const goneOf = (modelId: string): readonly GoneOffer[] => goneByModel.get(modelId) ?? [];

/** Tombstones of what a platform sells no more. */
export const goneAt = (platformId: string): readonly GoneOffer[] => gone.filter(({ platform }) => platform === platformId);

/** What list prices were before today's: curated past rows and other sources' older readings. */
const listPast: ListPast = {
  listPrices,
  secondsOf,
};

const sameWeights = readJson(curatedFile("same-weights.json"), z.array(SameWeights));

/** Ids that had a page once and are another model now. */
export const movedModels = readJson(curatedFile("moved-models.json"), z.array(MovedModel)).filter(
  ({ from, to }) => !modelById.has(from) && modelById.has(to),
);

/** The other ids of a model's weights that have pages of their own. */
export const modelsOfSameWeights = (modelId: string): readonly SameWeightsModel[] =>
  sameWeightsAs(modelId, sameWeights).filter(({ id }) => modelById.has(id));

const sheets = new Map<string, ModelSheet>();

/** A model's offers for the default workload, ranked once a build. */
export function sheetOf(modelId: string): ModelSheet {
  const earlierSheet = sheets.get(modelId);
  if (earlierSheet !== undefined) return earlierSheet;
  const sheet = modelSheet(
    { model: modelOf(modelId), offers: offersOf(modelId), past: listPast },
    defaultPreset,
    sellers,
    DEFAULT_RANK_OPTIONS,
  );
  sheets.set(modelId, sheet);
  return sheet;
}

const rankedByPreset = new Map<string, Map<string, readonly RankedOffer[]>>();

/** A model's offers ranked for a workload with a name, by what counts at first: once a build, for every page and file that asks. */
export function rankedOf(modelId: string, preset: WorkloadPreset): readonly RankedOffer[] {
  if (preset === defaultPreset) return sheetOf(modelId).rows;
  const ofPreset = rankedByPreset.get(preset.id) ?? new Map<string, readonly RankedOffer[]>();
  const ranked = ofPreset.get(modelId) ?? rankOffers(offersOf(modelId), preset, sellers, DEFAULT_RANK_OPTIONS);
  rankedByPreset.set(preset.id, ofPreset.set(modelId, ranked));
  return ranked;
}

/** Every model's sheet for the default workload, in the order of ids. */
export const allSheets = (): readonly ModelSheet[] => models.map(({ id }) => sheetOf(id));

let byPlatform: ReadonlyMap<string, readonly PlatformRow[]> | null = null;

/** A platform's offers with their sheets, by offer id. */
export function platformRowsOf(platformId: string): readonly PlatformRow[] {
  byPlatform ??= rowsByPlatform(allSheets());
  return byPlatform.get(platformId) ?? [];
}

function isCuratedInFull(id: string): boolean {
  const platform = platformById.get(id);
  return platform !== undefined && (platform.ownPrices !== undefined || platform.status === "closed");
}

function firstOf<Item>(items: readonly Item[]): Item {
  const [first] = items;
  if (first === undefined) throw new Error("data/curated/workloads.json is empty");
  return first;
}

function oldOrderDay({ asOf, sources }: Run): string | null {
  const day = sources.find(({ id }) => id === "openrouter-models")?.readAt.slice(0, 10) ?? asOf;
  return daysBetween(day, asOf) > ORDER_MAX_AGE_DAYS ? day : null;
}

/** While the order of use is old, every model is given its place by succession. The rows stay as they are sorted. */
function inOrderOfUse(rows: readonly Model[]): readonly Model[] {
  if (oldOrderOn === null) return rows;
  const copied = new Set(rows.filter(({ listedBy }) => listedBy === "pi-ai").map(({ id }) => id));
  const order = orderBySuccession(
    rows.filter(({ status }) => status === "current"),
    {
      newSince: addDays(oldOrderOn, 1),
      arrivedOn: (id) => (copied.has(id) ? run.asOf : null),
      platforms: (id) => new Set(offersByModel.get(id)?.map(({ platform }) => platform)).size,
    },
  );
  const places = new Map(order.map(({ id }, index) => [id, index + 1]));
  return rows.map((model) => ({ ...model, usageRank: places.get(model.id) ?? null }));
}
