import { addDays } from "../../money/days.ts";
import type { ListPrice } from "../../offer/list-price.ts";
import type { Mirror } from "../../platform/mirror.ts";
import { MAX_AGING_DAYS } from "../../source/age-class.ts";
import { agreeOnPair, evidenceFrom } from "../../source/evidence.ts";
import { EVIDENCE, type Evidence } from "../../source/evidence-class.ts";
import type { SourceId } from "../../source/sources.ts";
import type { Change } from "../change.ts";
import { type CardSpan, cardOn, pricesOf } from "./card-span.ts";
import { type DaySpan, isInSpans, type ReaderDays, readerOf } from "./reader-days.ts";

/** Who may speak for a price of the past. */
export interface Witnesses {
  readonly mirrors: readonly Mirror[];
  readonly days: ReaderDays;
  /** Dated transcripts of the very card, on whatever days. */
  readonly rows: readonly ListPrice[];
  /** OpenRouter's own price of the model, where it may confirm a maker's list price; else empty. */
  readonly routed: readonly CardSpan<Change>[];
}

/** How a price of the past was known. */
export interface PastEvidence {
  readonly evidence: Evidence;
  readonly source: SourceId;
  /** The page of the maker or platform whose dated transcript says the same; null = nobody transcribed it. */
  readonly sourceUrl: string | null;
}

/** A card as it was sold, whose evidence is asked for. */
export interface PastCard {
  readonly platform: string;
  readonly model: string;
  readonly span: CardSpan<Change>;
}

/**
 * How a card was known on a day that its span holds, from what lines up to that day say; null = nobody had read it for 60 days. By the source of
 * its input and output, the weaker of the two: `own`, `mirror`, `transcribed`. One catalogue's word is `transcribed` where a transcript in force
 * that day says the same, `corroborated` where OpenRouter's own price was the same that day, else `reported`.
 */
export function evidenceOn(day: string, { span, ...sold }: PastCard, witnesses: Witnesses): PastEvidence | null {
  const { mirrors, days, rows, routed } = witnesses;
  const prices = pricesOf(span, null);
  const named = namedIn(span);
  const row = rows.find((each) => isInSpans([inForce(each)], day) && agreeOnPair(each.prices, prices)) ?? null;
  const isRead = isReadOn(day, span, days);
  if (!isRead && row === null) return null;
  const classes = named.map(({ source }) => evidenceFrom(source, sold, mirrors));
  const weakest = EVIDENCE.findLast((each) => classes.includes(each)) ?? "reported";
  const source = named[classes.indexOf(weakest)]?.source ?? "list-prices";
  const sourceUrl = row?.sourceUrl ?? null;
  if (weakest !== "reported" && isRead) return { evidence: weakest, source, sourceUrl };
  if (row !== null) return { evidence: "transcribed", source: "list-prices", sourceUrl };
  const shown = cardOn(routed, day);
  const isShown = shown !== null && agreeOnPair(pricesOf(shown, null), prices) && isReadOn(day, shown, days);
  return { evidence: isShown ? "corroborated" : "reported", source, sourceUrl };
}

/** The days within a span on which its evidence may change, its first day included. */
export function evidenceEdges(span: CardSpan<Change>, { days, rows, routed }: Witnesses): readonly string[] {
  const readers = new Set([span, ...routed].flatMap(namedIn).map(readerOf));
  const readSpans = [...readers].flatMap((reader) => days.get(reader) ?? []);
  const spans = [...readSpans, ...rows.map(inForce), ...routed];
  const inside = spans.flatMap(({ from, to }) => [from, to ?? ""]).filter((day) => day > span.from && day < (span.to ?? "9999"));
  return [span.from, ...new Set(inside)].toSorted();
}

/** The lines of its input and output. */
const namedIn = ({ figures }: CardSpan<Change>): readonly Change[] =>
  figures.filter(({ meter, condition }) => condition === null && (meter === "input" || meter === "output"));

const isReadOn = (day: string, span: CardSpan<Change>, days: ReaderDays): boolean =>
  namedIn(span).every((line) => isInSpans(days.get(readerOf(line)) ?? [], day));

/** A transcript speaks for its days, and no longer than an aging price may after it was made. */
function inForce({ validFrom, validTo, observedOn }: ListPrice): DaySpan {
  const last = addDays(observedOn, MAX_AGING_DAYS + 1);
  return { from: validFrom ?? "", to: validTo !== null && validTo < last ? validTo : last };
}
