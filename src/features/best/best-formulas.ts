import type { QualityFit } from "../../domain/quality/quality-fit.ts";
import type { QualityMark } from "../../domain/quality/quality-mark.ts";
import { PRICE_BANDS, type PriceBands } from "../../domain/reference/price-bands.ts";
import { formatCount, formatPlural, formatUsd } from "../../site/format.ts";

/** The three answers as formulas, with the constants the figures of this build were made with. */
export function bestFormulas({ scales, field, intervalLevel, noiseFloorShare, models }: QualityFit): string {
  const scale = scales.find(({ source }) => source === "lmarena");
  const lines = scales.map(
    ({ source, release, a, b, noise, typicalError }) =>
      `${`${source}${release === null ? "" : ` ${release}`}`.padEnd(22)} score = ${a} + ${b}·q   noise ${noise}, own error ${typicalError}`,
  );
  return `quality          Elo = ${scale?.a ?? "a"} + ${scale?.b ?? "b"}·q, q fitted over ${models} models by
${lines.join("\n")}
interval         ${intervalLevel * 100} %; noise never below ${noiseFloorShare * 100} % of what one step of q moves a score

for a bar        the lowest month of all models whose interval reaches the bar
frontier         no other model is at least as good and as cheap, and better or cheaper in one of the two
wins             mean over the field of 1 / (1 + 10^((Elo_j − Elo) / 400))
wins per dollar  1000 · wins / month
rank interval    1 + those surely better … all but those surely worse; overlapping intervals are ties

field            ${field.map(({ model, elo }) => `${model} ${elo}`).join(", ")}`;
}

/** `Frontier from $9.00, mid from $1.20, light from $0.18 (list price of a million tokens in and a million out).` */
export function bandText({ from, bandOf }: PriceBands): string {
  const counts = PRICE_BANDS.map((band) => [...bandOf.values()].filter((each) => each === band).length);
  const parts = from
    .toReversed()
    .map(({ band, usd }) => `${band} from ${formatUsd(usd)} (${formatPlural(counts[PRICE_BANDS.indexOf(band)] ?? 0, "model")})`);
  return `${parts.join(", ")}: list price of a million tokens in and a million out, as today’s prices fall into three groups.`;
}

const MARK_WORDS = {
  best: "the best",
  frontier: "median frontier model",
  mid: "median mid model",
  light: "median light model",
} as const satisfies Record<QualityMark["id"], string>;

/** `median frontier model: 1,463` */
export const markText = ({ id, elo }: QualityMark): string => `${MARK_WORDS[id]}: ${formatCount(elo)}`;
