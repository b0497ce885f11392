import type { PairSummary } from "../../../domain/platform/platform-comparison.ts";
import { inRegion } from "../../../site/address/region-choice.ts";
import { formatCount, formatDelta, formatPlural } from "../../../site/format.ts";
import { monthMeaning, nameInSentence } from "../../../site/words/month-meaning.ts";
import { FEWEST_COMPARED } from "../compared.ts";
import type { ComparisonView } from "../comparison-view.ts";
import { type CommonModel, commonModels, comparedWithFirst } from "./common-models.ts";
import { companySection, factSection } from "./compare-facts.ts";
import type { CompareChoice, ComparedPlatform } from "./compared-platform.ts";
import { summarySection } from "./platform-summary.ts";
import { gapSection, modelSection } from "./shared-sections.ts";

/** Two to six platforms on the models all of them sell; the first is what the others are measured by. */
export function comparePlatforms(all: readonly ComparedPlatform[], choice: CompareChoice): ComparisonView {
  const away = all.filter(({ listings, elsewhere }) => listings.length === 0 && elsewhere.length > 0);
  const withPrices = all.filter((platform) => !away.includes(platform));
  const platforms = withPrices.length < FEWEST_COMPARED ? all : withPrices;
  const shared = commonModels(platforms);
  const month = monthMeaning(choice.workload);
  return {
    title: all.map(({ name }) => name).join(" vs "),
    answer: answerOf(platforms, shared, choice),
    notes: [
      ...away.map(({ name }) => `${name} names no price${inRegion(choice.region)}: it is left out of the counts.`),
      ...all.flatMap(({ notes }) => notes),
    ],
    sections: [
      ...(shared.length === 0 ? [] : [summarySection(platforms, shared, month), ...gapSection(platforms, shared)]),
      ...(shared.length === 0 ? [] : [modelSection(platforms, shared, month)]),
      factSection(all),
      companySection(all),
    ],
  };
}

function answerOf(platforms: readonly ComparedPlatform[], shared: readonly CommonModel[], choice: CompareChoice): string {
  const [first, ...others] = platforms;
  const list = new Intl.ListFormat("en-GB").format(platforms.map(({ name }) => name));
  const inRegionText = inRegion(choice.region);
  if (first === undefined || shared.length === 0)
    return `No model has a price at ${list}${inRegionText}: token prices cannot be compared.`;
  const size = `${list} ${sharing(platforms)} ${formatPlural(shared.length, "model")}${inRegionText}`;
  const standings = others.map((other, index) => ({ other, standing: comparedWithFirst(shared, index + 1) }));
  const [only] = standings;
  if (only !== undefined && standings.length === 1) return `${size}. ${againstFirst(first, only.other, only.standing, choice)}`;
  return `${size}. ${medianAnswer(first, standings, choice)}`;
}

function sharing(platforms: readonly ComparedPlatform[]): string {
  if (platforms.some(({ sellsTokens }) => !sellsTokens)) return "can be compared on";
  return platforms.length === 2 ? "both sell" : "all sell";
}

function againstFirst(first: ComparedPlatform, other: ComparedPlatform, summary: PairSummary, choice: CompareChoice): string {
  return `Token prices: ${pricesText(first, other, summary)}.${monthsAnswer(first, other, summary, choice)}`;
}

/** `DeepInfra is cheaper for 22, Together AI for 1, 3 are the same`; what none is, is not said. */
function pricesText(first: ComparedPlatform, other: ComparedPlatform, { prices }: PairSummary): string {
  const cheaper = [
    { name: first.name, many: prices.first },
    { name: other.name, many: prices.second },
  ].filter(({ many }) => many > 0);
  const rest = [
    { word: "the same", many: prices.tie },
    { word: "mixed", many: prices.mixed },
  ].filter(({ many }) => many > 0);
  return [
    ...cheaper.map(({ name, many }, at) => `${name}${at === 0 ? " is cheaper" : ""} for ${formatCount(many)}`),
    ...rest.map(({ word, many }) => `${formatCount(many)} ${many === 1 ? "is" : "are"} ${word}`),
  ].join(", ");
}

/** How the months stand, with how many of the models it is said of where that is not all. */
function monthsAnswer(
  first: ComparedPlatform,
  other: ComparedPlatform,
  { models, months, medianMonthBps }: PairSummary,
  { name }: CompareChoice,
): string {
  const month = nameInSentence(name);
  if (months.compared === 0) return "";
  if (medianMonthBps === null)
    return ` Their months of ${month} can be compared for ${formatCount(months.compared)} of ${formatPlural(models, "model")}: too few for a median.`;
  const part = months.compared < models ? `, over the ${formatCount(months.compared)} that can be compared,` : "";
  return ` ${feesText([first, other])}, the median month of ${month} at ${other.name}${part} is ${medianText(medianMonthBps)} at ${first.name}.`;
}

const feesText = (platforms: readonly ComparedPlatform[]): string =>
  platforms.some(({ hasUnknownFees }) => hasUnknownFees) ? "With unknown fees at their most" : "Fees included";

/** `the same as`, `5.2 % under that` */
const medianText = (bps: number): string =>
  bps === 0 ? "the same as" : `${formatDelta(Math.abs(bps)).slice(1)} ${bps < 0 ? "under" : "over"} that`;

interface AgainstFirst {
  readonly other: ComparedPlatform;
  readonly standing: PairSummary;
}

/** `Against OpenRouter, fees included, the median month of chat is 5.2 % lower at Amazon Bedrock and Azure; the same at Vercel.` */
function medianAnswer(first: ComparedPlatform, standings: readonly AgainstFirst[], { name }: CompareChoice): string {
  const comparable = standings.flatMap(({ other, standing: { medianMonthBps: bps, months, models } }) =>
    bps === null
      ? []
      : [{ name: `${other.name}${months.compared < models ? ` (${formatPlural(months.compared, "model")})` : ""}`, bps }],
  );
  if (comparable.length === 0) return "Their months cannot be compared: too few of them are confirmed on both sides.";
  const all = [first, ...standings.map(({ other }) => other)];
  const unknownFees = all.some(({ hasUnknownFees }) => hasUnknownFees) ? " (unknown fees at their most)" : "";
  const groups = Map.groupBy(
    comparable.toSorted((a, b) => a.bps - b.bps),
    ({ bps }) => bps,
  );
  const texts = [...groups].map(([bps, same]) => {
    const who = new Intl.ListFormat("en-GB").format(same.map((each) => each.name));
    return `${bps === 0 ? "the same" : `${formatDelta(Math.abs(bps)).slice(1)} ${bps < 0 ? "lower" : "higher"}`} at ${who}`;
  });
  return `Against ${first.name}, fees included, the median month of ${nameInSentence(name)} is ${texts.join("; ")}${unknownFees}.`;
}
