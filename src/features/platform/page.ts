import {
  allSheets,
  defaultPreset,
  goneAt,
  modelOf,
  names,
  offersAt,
  platformRowsOf,
  platforms,
  run,
  sellers,
} from "../../data/catalog.ts";
import { changedPlatforms } from "../../data/change-record.ts";
import { withNames } from "../../domain/offer/seller-names.ts";
import { type ListDifference, listDifferences } from "../../domain/platform/list-difference.ts";
import type { Platform } from "../../domain/platform/platform.ts";
import { comparedInDoubt, type PlatformRow, summarise } from "../../domain/platform/platform-summary.ts";
import { type PriceGrade, priceGrade } from "../../domain/platform/price-grade.ts";
import { isUnconfirmed } from "../../domain/ranking/eligibility.ts";
import { newIssue } from "../../site/home.ts";
import { memoizeLast } from "../../site/page/memoize-last.ts";
import * as paths from "../../site/paths.ts";
import { companyLines } from "../../site/platform/company-lines.ts";
import { goneLine } from "../../site/words/gone-text.ts";
import { monthMeaning } from "../../site/words/month-meaning.ts";
import { factLines, feeSummary, KIND_WORDS, notIncludedLines } from "../../site/words/platform-facts.ts";
import { goneSales } from "./gone-sales.ts";
import { platformCards } from "./platform-card.ts";
import { platformGroups } from "./platform-groups.ts";
import { extremeOffers, listAnswer, platformAnswer, platformLines } from "./platform-lines.ts";
import { platformPrices } from "./platform-prices.ts";
import { gradeInShort, lastReadOn, ownerInShort, policyInShort } from "./platform-words.ts";
import { type RouteSpread, routeSpread } from "./route-spread.ts";

/** Everything a platform's page shows, and its Markdown twin. */
export type PlatformPage = ReturnType<typeof platformPage>;

/** The routes of both. */
export const platformRoutes = () => platforms.map((platform) => ({ params: { id: platform.id }, props: { platform } }));

/** The page of one platform: its fees and every price. */
export const platformPage = memoizeLast(pageOf);

function pageOf(platform: Platform) {
  const rows = platformRowsOf(platform.id);
  const path = paths.platform(platform.id);
  const lines = platformLines(rows);
  const grade = priceGrade(platform, offersAt(platform.id), run.asOf);
  return {
    platform,
    path,
    report: `${newIssue("wrong-price")}&platform=${platform.id}`,
    asOf: run.asOf,
    kind: KIND_WORDS[platform.kind],
    answer: answerOf(platform, rows),
    card: platformCards.at(path),
    inShort: inShort(platform, grade),
    who: companyLines(platform, grade, run.asOf),
    facts: factLines(platform, run.asOf),
    notIncluded: notIncludedLines(platform, run.asOf),
    spread: spreadOf(platform.id),
    ...extremeOffers(
      rows.filter(({ row }) => !isUnconfirmed(row.offer)),
      MOST_EXTREME,
    ),
    lines,
    prices: platformPrices(lines),
    models: new Set(lines.map(({ model }) => model.id)).size,
    unconfirmed: lines.filter(({ offer }) => isUnconfirmed(offer)).length,
    hasChanges: changedPlatforms().has(platform.id),
    month: monthMeaning(defaultPreset),
    gone: goneHere(platform.id),
  };
}

/** Who it is, its fees and how its prices are known in a line each; where each was read is below the prices. */
const inShort = (platform: Platform, grade: PriceGrade | null): readonly (readonly [label: string, value: string])[] => [
  ["Run by", ownerInShort(platform, run.asOf)],
  ["Fees", feeSummary(platform, run.asOf)],
  ["Data policy", policyInShort(platform, run.asOf)],
  // The letter of its grade stands below, beside the rule.
  ["Prices", [gradeInShort(grade).replace(/^[A-D]: /, ""), lastReadOn(grade)].filter((part) => part !== null).join(", ")],
];

/** What a platform sells no more, with the page of its model. */
const goneHere = (platformId: string) =>
  goneSales(goneAt(platformId).map((each) => withNames(each, names))).map(({ sale, ...each }) => ({
    ...goneLine(each),
    name: `${modelOf(each.model).name}${sale}`,
    path: paths.model(each.model),
  }));

function answerOf({ status }: Platform, rows: readonly PlatformRow[]): string {
  if (rows.length > 0) return platformAnswer(summarise(rows), comparedInDoubt(rows));
  return status === "closed" ? "It sells no tokens any more." : "We know no token price here.";
}

/** As many offers as are shown apart for being far from list, on either side. */
const MOST_EXTREME = 10;

/** What sorting its routes by price saves at a platform that lets buyers sort them. */
const spreadOf = (platformId: string): RouteSpread | null =>
  platformId === "openrouter" ? routeSpread(allSheets(), defaultPreset) : null;

/** Everything the list of platforms shows. */
export type PlatformsPage = ReturnType<typeof platformsPage>;

/** The page `/platforms/`: every platform against the list. */
export function platformsPage() {
  const differences = listDifferences(
    allSheets().filter(({ model }) => model.status === "current"),
    platforms.map(({ id }) => id),
    sellers,
  );
  const lines = platforms.map((platform, at) => lineInList(platform, differences[at] ?? NOT_COMPARED));
  return {
    asOf: run.asOf,
    answer: listAnswer(lines),
    month: monthMeaning(defaultPreset),
    groups: platformGroups(lines),
  };
}

const NOT_COMPARED: ListDifference = {
  sets: 0,
  compared: 0,
  atList: 0,
  medianBps: null,
  isConfirmed: false,
  isFeeUnknown: false,
};

function lineInList(platform: Platform, difference: ListDifference) {
  const rows = platformRowsOf(platform.id);
  const grade = priceGrade(platform, offersAt(platform.id), run.asOf);
  return {
    id: platform.id,
    name: platform.name,
    makerKind: platform.kind,
    kind: KIND_WORDS[platform.kind].word,
    isClosed: platform.status === "closed",
    setsList: platform.listMakers.length > 0,
    models: summarise(rows).models,
    confirmed: new Set(rows.filter(({ row }) => !isUnconfirmed(row.offer)).map(({ sheet }) => sheet.model.id)).size,
    difference,
    owner: ownerInShort(platform, run.asOf),
    isReadAtSource: grade?.grade === "A",
    grade: gradeInShort(grade),
    readOn: lastReadOn(grade),
    fees: feeSummary(platform, run.asOf),
    policy: policyInShort(platform, run.asOf),
  };
}
