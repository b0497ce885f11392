import { names } from "../../data/catalog.ts";
import type { PairSummary } from "../../domain/platform/platform-comparison.ts";
import { formatCount } from "../../site/format.ts";
import { deltaFigure } from "../../site/image/delta-figure.ts";
import type { CardContent } from "../../site/image/social-card.ts";
import { socialCards } from "../../site/image/social-cards.ts";
import * as paths from "../../site/paths.ts";
import { comparedPlatformOf, pairs, platformsView } from "./comparisons.ts";
import { commonModels, comparedWithFirst } from "./platforms/common-models.ts";

export const pairCards = socialCards(pairs.map(({ pair }) => [paths.compare(pair), () => cardOf(pair)]));

function cardOf(pair: readonly [string, string]): CardContent {
  const { title, answer } = platformsView(pair);
  const summary = comparedWithFirst(commonModels(pair.map(comparedPlatformOf)), 1);
  return pairCard(title, answer, [names.platform(pair[0]), names.platform(pair[1])], summary);
}

/** Two platforms on the models they share, the second measured by the first. */
function pairCard(
  title: string,
  answer: string,
  [first, second]: readonly [string, string],
  { prices, medianInputBps }: PairSummary,
): CardContent {
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
