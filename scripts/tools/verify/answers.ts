import { assessOffers } from "../../../src/data/assess-offers.ts";
import { type CuratedTables, readCuratedTables } from "../../../src/data/curated-tables.ts";
import { type AnswerCounts, type Answered, answerCounts, MOST_USED } from "../../../src/domain/doubt/answer-counts.ts";
import { sellerOn } from "../../../src/domain/platform/platform.ts";
import { DEFAULT_RANK_OPTIONS, rankOffers } from "../../../src/domain/ranking/cheapest.ts";
import { modelAnswer } from "../../../src/domain/reference/model-answer.ts";
import type { Store } from "../../night/pipeline/store.ts";
import type { VerifyResult } from "./verdict.ts";

/** Issue 10, point 6: of the models that two platforms sell, so many are to have an answer. */
const LEAST_ANSWERED = 0.75;

/** What the answers of a night rest on, for the preset `chat`: who confirmed the winners, what is in doubt, who has no answer. */
export function verifyAnswers(store: Store): VerifyResult {
  const title = "What an answer rests on";
  if (store.run === null) return { title, figures: [], failures: ["the recordings make no night"] };
  const counts = answersOf({ ...store, asOf: store.run.asOf }, readCuratedTables("data/curated"));
  const { answered, models } = counts.soldByTwo;
  return {
    title,
    figures: answerFigures(counts),
    failures:
      answered < models * LEAST_ANSWERED
        ? [`only ${shareText(counts.soldByTwo)} of the models that two platforms sell have an answer`]
        : [],
  };
}

function answersOf(
  store: Pick<Store, "models" | "offers" | "seconds" | "rates"> & { readonly asOf: string },
  tables: CuratedTables,
): AnswerCounts {
  const chat = tables.presets.find(({ id }) => id === "chat");
  if (chat === undefined) throw new Error("no preset chat");
  const byModel = Map.groupBy(assessOffers(store, tables), ({ model }) => model);
  const sellers = new Map(tables.platforms.map((platform) => [platform.id, sellerOn(platform, store.asOf)]));
  const current = store.models.filter(({ status }) => status === "current");
  return answerCounts(
    current.map(({ id, usageRank }) =>
      modelAnswer(rankOffers(byModel.get(id) ?? [], chat, sellers, DEFAULT_RANK_OPTIONS), usageRank),
    ),
  );
}

function answerFigures({
  models,
  winners,
  changed,
  offersInDoubt,
  doubts,
  eligiblePlatforms,
  mostUsed,
  soldByTwo,
}: AnswerCounts) {
  const { none, one, two, threeOrMore } = eligiblePlatforms;
  return [
    `${models} models; the winner's price is ${countsText(winners)}`,
    `${changed} answers are others with unconfirmed platforms`,
    `${offersInDoubt} offers in doubt: ${countsText(doubts)}`,
    `${none} models without an answer, ${one} with one platform that may win, ${two} with two, ${threeOrMore} with three or more`,
    `of the ${MOST_USED} in most use ${shareText(mostUsed)} have an answer, of those that two platforms sell ${shareText(soldByTwo)} (at least ${LEAST_ANSWERED * 100} %)`,
  ];
}

const countsText = (counts: ReadonlyMap<string, number>): string =>
  [...counts].map(([name, count]) => `${name} ${count}`).join(", ");

const shareText = ({ answered, models }: Answered): string =>
  `${answered} of ${models} (${models === 0 ? 0 : Math.round((answered / models) * 100)} %)`;
