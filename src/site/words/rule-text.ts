import type { PriceRule } from "../../domain/platform/platform.ts";
import { formatCount, formatPercent } from "../format.ts";

/**
 * A price rule with its figures, then in its own words: `all models: 50 % of the standard price`, `Claude: reads 10 %, writes 125 % of input`,
 * `GPT-5.4: above 272,000 prompt tokens input 200 %, output 150 % of the standard price`, `web search: $10 per 1000 searches`.
 */
export function ruleText(rule: PriceRule): string {
  const figures = [tokenText(rule), cacheText(rule), unitText(rule), rule.says].filter((text) => text !== undefined);
  return figures.length === 0 ? rule.scope : `${rule.scope}: ${figures.join(". ")}`;
}

function tokenText({ promptTokensAbove, inputOfBps, outputOfBps }: PriceRule): string | undefined {
  if (inputOfBps === undefined && outputOfBps === undefined) return undefined;
  const above = promptTokensAbove === undefined ? "" : `above ${formatCount(promptTokensAbove)} prompt tokens `;
  const parts = [
    ...(inputOfBps === undefined ? [] : [`input ${formatPercent(inputOfBps)}`]),
    ...(outputOfBps === undefined ? [] : [`output ${formatPercent(outputOfBps)}`]),
  ];
  const shares = inputOfBps === outputOfBps && inputOfBps !== undefined ? formatPercent(inputOfBps) : parts.join(", ");
  return `${above}${shares} of the standard price`;
}

function cacheText({ cacheReadOfBps, cacheWrite5mOfBps, cacheWrite1hOfBps }: PriceRule): string | undefined {
  const parts = [
    ...(cacheReadOfBps === undefined ? [] : [`reads ${formatPercent(cacheReadOfBps)}`]),
    ...(cacheWrite5mOfBps === undefined ? [] : [`writes ${formatPercent(cacheWrite5mOfBps)}`]),
    ...(cacheWrite1hOfBps === undefined ? [] : [`one-hour writes ${formatPercent(cacheWrite1hOfBps)}`]),
  ];
  return parts.length === 0 ? undefined : `${parts.join(", ")} of input`;
}

const unitText = ({ unitPrice }: PriceRule): string | undefined =>
  unitPrice === undefined ? undefined : `$${unitPrice.amount} per ${unitPrice.per}`;
