import { fromUsdPerMTok, MicroUsdPerMTok } from "../../../../src/domain/money/money.ts";
import type { Prices } from "../../../../src/domain/offer/meter.ts";
import { readTokenCount } from "../token-count.ts";

/** The cards of a sentence of prices by prompt length. */
interface TierSentence {
  readonly base: Prices;
  readonly tiers: readonly { readonly atLeast: number; readonly prices: Prices }[];
}

const PART =
  /^\$(?<input>[\d.]+) in \$(?<output>[\d.]+) out(?: \$(?<cached>[\d.]+) cached)?(?: (?<sign><=|>) (?<bound>[\d.]+[KM]))?$/i;

/**
 * `"$1 in $5 out $0.2 cached <= 32K, $2 in $10 out $0.4 cached > 32K"` → $1/$5 and, above 32,000 tokens, $2/$10. A last part without a bound begins
 * where the one before it ends. Null: the sentence is not of this kind, or has no second part.
 */
export function readTierSentence(text: string): TierSentence | null {
  const parts = text.split(",").map((part) => PART.exec(part.trim())?.groups);
  const partPrices = parts.map((groups) => (groups === undefined ? null : pricesOf(groups)));
  if (parts.length < 2 || parts.every((groups) => groups?.["bound"] === undefined)) return null;
  const [base, ...dearer] = partPrices;
  if (base === undefined || base === null || dearer.some((prices) => prices === null)) return null;
  const tiers = dearer.flatMap((prices, index) => {
    const from = startOf(parts[index + 1], parts[index]);
    return prices === null || from === null ? [] : [{ atLeast: from + 1, prices }];
  });
  return tiers.length === dearer.length ? { base, tiers } : null;
}

type Groups = Readonly<Record<string, string | undefined>>;

/** `> 128K` says where it begins; `<= 128K` ends there, and began where the part before it ended. */
function startOf(part: Groups | undefined, before: Groups | undefined): number | null {
  const bound = part?.["sign"] === ">" ? part["bound"] : before?.["bound"];
  return bound === undefined ? null : readTokenCount(bound);
}

function pricesOf({ input, output, cached }: Groups): Prices | null {
  const prices: Prices = {};
  for (const [meter, text] of [
    ["input", input],
    ["output", output],
    ["cacheRead", cached],
  ] as const) {
    if (text === undefined) continue;
    const amount = MicroUsdPerMTok.safeParse(fromUsdPerMTok(text));
    if (!amount.success) return null;
    prices[meter] = amount.data;
  }
  return prices;
}
