import { compareText } from "../../../domain/money/compare-text.ts";
import { addDays } from "../../../domain/money/days.ts";
import type { NeedScale, QualityScaleName } from "../../../domain/quality/need-scale.ts";
import type { QualitySourceId } from "../../../domain/quality/quality-alias.ts";
import type { QualityFit } from "../../../domain/quality/quality-fit.ts";
import { PRICE_BANDS, type PriceBands } from "../../../domain/reference/price-bands.ts";
import { formatDay, formatPlural, formatUsd } from "../../../site/format.ts";
import { SOURCE_WORDS } from "./best-words.ts";

/** The day from which rankings are by net cost: until then they were by quality per dollar. */
export const NET_COST_SINCE = "2026-11-28";

/** For so many days of data every plain link may be of the time before, and the page says so to everybody; then to those with an older link. */
const NEWS_DAYS = 90;

/** Whether the order by net cost is so new that a page says since when it stands. */
export const isOrderNews = (asOf: string): boolean => asOf <= addDays(NET_COST_SINCE, NEWS_DAYS);

/** The source whose scale a quality is printed on. */
const PRINTED_ON = {
  general: "lmarena",
  coding: "lmarena-webdev",
  vision: "lmarena-vision",
} as const satisfies Record<QualityScaleName, QualitySourceId>;

/** The ranking as formulas, with the constants the figures of this build were made with. */
export function bestFormulas(
  { scales, field, intervalLevel, noiseFloorShare, models }: QualityFit,
  on: QualityScaleName,
): string {
  const scale = scales.find(({ source }) => source === PRINTED_ON[on]);
  const lines = scales.map(
    ({ source, release, a, b, noise, typicalError }) =>
      `${`${source}${release === null ? "" : ` ${release}`}`.padEnd(22)} score = ${a} + ${b}·q   noise ${noise}, own error ${typicalError}`,
  );
  const visionText =
    on === "vision" ? "; the standing on LMArena vision: that and its own score there, weighed by their precision" : "";
  return `quality          Elo = ${scale?.a ?? "a"} + ${scale?.b ?? "b"}·q${visionText}; q fitted over ${models} models by
${lines.join("\n")}
interval         ${intervalLevel * 100} %; noise never below ${noiseFloorShare * 100} % of what one step of q moves a score

chance           p = mean over the field of 1 / (1 + 10^((Elo_j − Elo) / 400)); counted at the interval’s lower end where one source scored it
by success       p = score / 100 of LiveBench’s newest release (coding: its coding and agentic tasks) ± 1.645 · its sampling error
net cost         N = c + v · (1 − p), c = dollars a request, fees included, at the cheapest offer that counts, v = what a worse answer costs
own length       a model that thinks is billed for output · its tokens a question at LiveBench / the median of all measured there
best buys        lower hull of (c, 1 − p); one overtakes the one before it at v = (c₂ − c₁) / (p₂ − p₁)
against the best c − c_best + v · (p_best − p), and 1000 · (p_best − p) worse answers; best = the highest p
ties             |N₂ − N₁| ≤ v · √(half width₁² + half width₂²), N with p itself, and the half widths that point at each other
rank range       1 + those surely before it … all but those surely behind it
minimum quality  the lowest monthly cost of all models whose interval reaches it
nothing beats    no other model has as high a p as counted at as low a c, and is better in one of the two
wins per dollar  1000 · p itself / monthly cost

field            ${field.map(({ model, elo }) => `${model} ${elo}`).join(", ")}`;
}

/** `Frontier from $9.00, mid from $1.20, light from $0.18 (list price of a million tokens in and a million out).` */
export function bandText({ from, bandOf }: PriceBands): string {
  const counts = PRICE_BANDS.map((band) => [...bandOf.values()].filter((each) => each === band).length);
  const parts = from
    .toReversed()
    .map(({ band, usd }) => `${band} from ${formatUsd(usd)} (${formatPlural(counts[PRICE_BANDS.indexOf(band)] ?? 0, "model")})`);
  return `List price of a million tokens in and a million out, as today’s prices fall into three groups: ${parts.join(", ")}.`;
}

const SCALE_WORDS = { coding: "coding", vision: "image input" } as const satisfies Record<NeedScale, string>;

/** `Quality: ECI of 22 Aug 2026, LiveBench of 22 Aug 2026, LMArena of 2 Oct 2026.` The newest reading of each source. */
export function scoredOnText(fit: QualityFit | null, scale: QualityScaleName, isLong: boolean): string {
  if (fit === null) return "";
  const days = new Map(
    fit.scales.toSorted((a, b) => compareText(a.readAt, b.readAt)).map(({ source, readAt }) => [source, readAt]),
  );
  const parts = fit.sources.flatMap(({ id }) => {
    const readAt = days.get(id);
    return readAt === undefined ? [] : [`${SOURCE_WORDS[id]} of ${formatDay(readAt)}`];
  });
  const judged = scale === "general" ? "Quality" : `Quality for ${SCALE_WORDS[scale]}`;
  const long = isLong ? " General quality: no publishable source judges long contexts." : "";
  return `${judged}: ${parts.join(", ")}; models released since are not rated.${long}`;
}
