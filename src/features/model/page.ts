import {
  announcementsOf,
  defaultPreset,
  goneOf,
  modelOf,
  models,
  modelsOfSameWeights,
  names,
  offersOf,
  platformOf,
  presets,
  qualityOf,
  rankedOf,
  run,
  secondsOf,
  sellers,
  sheetOf,
} from "../../data/catalog.ts";
import { history } from "../../data/history.ts";
import { pinsOf } from "../../data/pins.ts";
import { needsOf, rankingOf } from "../../data/rankings.ts";
import { withNames } from "../../domain/offer/seller-names.ts";
import { DEFAULT_RANK_OPTIONS } from "../../domain/ranking/cheapest.ts";
import type { ModelSheet } from "../../domain/reference/model-sheet.ts";
import { standardInputs } from "../../domain/reference/standard-inputs.ts";
import { modelParams } from "../../domain/text/file-name.ts";
import { memoizeLast } from "../../site/page/memoize-last.ts";
import * as paths from "../../site/paths.ts";
import { answerOf, lowerText, plainText } from "../../site/words/answer.ts";
import { conditionLines } from "../../site/words/condition-line.ts";
import { announcementText } from "../../site/words/days/announcement-text.ts";
import { goneLines } from "../../site/words/gone-text.ts";
import { monthCaption, monthMeaning } from "../../site/words/month-meaning.ts";
import { sellerClocks } from "../../site/words/price-clock-text.ts";
import { sheetRegret } from "../../site/words/regret-text.ts";
import { disagreementLines } from "./disagreement-line.ts";
import { mixView } from "./mix/mix-view.ts";
import { modelCards } from "./model-card.ts";
import { endNotes, leadText, modelAnswer, modelFacts, modelJsonLd, titleOf } from "./model-facts.ts";
import { arrangedTable, offerLinesOf, offerTable } from "./offer-table.ts";
import { sizeText } from "./offers/offers-size.ts";
import { workloadMonths } from "./offers/workload-months.ts";
import { wrongPriceOf } from "./offers/wrong-price-form.ts";
import { modelHistory } from "./past/model-history.ts";
import { routeFacts } from "./route-facts.ts";
import { switchTable } from "./switch-table.ts";

/** Everything a model's page shows, and its Markdown twin. */
export type ModelPage = ReturnType<typeof modelPage>;

/** The routes of both. */
export const modelRoutes = () => models.map(({ id }) => ({ params: modelParams(id), props: { id } }));

/** A platform's page; null where a source named it for the first time and nobody has written it down. */
const pathOf = (platformId: string): string | null => (platformOf(platformId) === null ? null : paths.platform(platformId));

/** How many platforms sell it at a price that one catalogue alone names. */
const unconfirmedPlatforms = ({ rows }: ModelSheet): number =>
  new Set(rows.flatMap(({ ineligible, offer }) => (ineligible === "unconfirmed" ? [offer.platform] : []))).size;

/** What a month is until a reader asks for another. */
const MONTH = monthMeaning(defaultPreset);

/** The page of one model: every price with its source. */
export const modelPage = memoizeLast(pageOf);

function pageOf(id: string) {
  const sheet = sheetOf(id);
  const { model, reference, cheapest } = sheet;
  const path = paths.model(id);
  const lines = offerLinesOf(sheet, sellers, pathOf);
  return {
    model,
    path,
    asOf: run.asOf,
    title: titleOf(sheet),
    ends: endNotes(model, run.asOf),
    lead: leadText(sheet),
    answer: answerOf(sheet, defaultPreset.name),
    inShort: plainText(modelAnswer(sheet, defaultPreset.name)),
    lower: lowerText(sheet),
    months: workloadMonths(presets.map((each) => ({ name: each.name, rows: rankedOf(id, each) }))).map((month) => ({
      ...month,
      path: month.seller === null ? null : pathOf(month.seller.platformId),
    })),
    monthMeaning: MONTH,
    jsonLd: modelJsonLd(sheet),
    card: modelCards.at(path),
    facts: modelFacts(sheet, qualityOf(id)),
    ladder: { marks: standardInputs(sheet), list: reference?.kind === "list" ? reference.prices.input : null },
    hasDoubts: lines.some(({ offer }) => offer.tier === "standard" && offer.doubts.length > 0),
    presets,
    preset: defaultPreset,
    hasCheapest: cheapest !== null,
    unconfirmedPlatforms: unconfirmedPlatforms(sheet),
    regret: sheetRegret(sheet, sellers),
    mix: mixView(offersOf(id), defaultPreset, sellers, DEFAULT_RANK_OPTIONS),
    size: sizeText(sheet, sellers),
    report: wrongPriceOf(id),
    offers: offerTable(lines, monthCaption(MONTH)),
    arranged: arrangedTable(lines, monthCaption(MONTH)),
    switching: switchTable(id, rankingOf(defaultPreset).rows, defaultPreset.name, (each) => ({
      ...sheetOf(each).model,
      needs: needsOf(each),
    })),
    routes: routeFacts(offersOf(id), defaultPreset),
    conditions: conditionLines(sheet),
    clocks: sellerClocks(offersOf(id), defaultPreset, sellers),
    disagreements: disagreementLines(offersOf(id), secondsOf),
    past: modelHistory(
      sheet,
      { changes: history().changesOf(id), announced: announcementsOf(id), makersPlatforms: platformsOfMaker(model.maker) },
      run.asOf,
    ),
    twins: modelsOfSameWeights(id).map((twin) => ({ ...twin, name: modelOf(twin.id).name })),
    gone: goneLines(goneOf(id).map((each) => withNames(each, names))),
    announced: announcementsOf(id).map((each) => ({
      text: announcementText(each, names.platform(each.platform)),
      sourceUrl: each.sourceUrl,
    })),
    pinnedDay: pinsOf(id)[0]?.day,
  };
}

/** Where a maker sells its own models at list. */
const platformsOfMaker = (maker: string): readonly string[] =>
  [...sellers].flatMap(([id, { listMakers }]) => (listMakers.includes(maker) ? [id] : []));
