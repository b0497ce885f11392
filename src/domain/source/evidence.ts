import { compareText } from "../money/compare-text.ts";
import type { Prices } from "../offer/meter.ts";
import type { Offer, SecondReading } from "../offer/offer.ts";
import { type Mirror, mirrorOf } from "../platform/mirror.ts";
import { AGE_CLASSES, type AgeClass } from "./age-class.ts";
import { disagrees } from "./disagreement.ts";
import { EVIDENCE, type Evidence, isFirstHand } from "./evidence-class.ts";
import { ageClass, isWithinBudget } from "./price-age.ts";
import type { SourceRef } from "./source-ref.ts";
import { isCatalogue, type SourceId, sourceFacts } from "./sources.ts";

/** What is known beside the offer. */
export interface EvidenceContext {
  readonly asOf: string;
  readonly mirrors: readonly Mirror[];
}

/** How we know an offer's price, and how old that is. */
export interface KnownPrice {
  readonly evidence: Evidence;
  readonly age: AgeClass;
  /** The reading it rests on: not always the row's own, which may be a copy of it. */
  readonly restsOn: SourceRef;
  /** The catalogue that shows the same: the second witness, or what keeps a transcript fresh. */
  readonly confirmedBy: SourceRef | null;
  /** The newest later reading that says otherwise on input or output. */
  readonly contradictedBy: SecondReading | null;
}

/**
 * The best that its readings say for an offer's input and output: fresh before aging before expired, then by the order of `EVIDENCE`.
 * pi-ai's row of OpenRouter, read this week, beside OpenRouter's own reading of August at the same price: `mirror`, fresh. pi-ai's row of
 * OpenAI beside a transcript of OpenAI's page of October that says the same: `transcribed`, fresh, confirmed by pi-ai.
 */
export function knownPrice(offer: Offer, seconds: readonly SecondReading[], context: EvidenceContext): KnownPrice {
  const row = rowWitness(offer, context);
  const others = seconds.map((second) => witnessOf(second.source, second.prices, offer, context));
  const agreeing = [row, ...others.filter(({ prices }) => agreeOnPair(offer.prices, prices))];
  const statements = agreeing.map((witness) => speak(witness, agreeing, seconds, context.asOf));
  return statements.reduce((best, each) => (compareKnown(each, best) < 0 ? each : best));
}

/** One reading of the offer, in its own right. */
interface Witness {
  /** Of the figures' sources the weakest: own, mirror, transcribed or reported. */
  readonly evidence: Evidence;
  readonly readings: readonly [SourceRef, ...SourceRef[]];
  readonly prices: Prices;
}

/** An input or output that another source fills in makes the row no stronger than that source. */
function rowWitness(offer: Offer, context: EvidenceContext): Witness {
  const { source, meterSources, prices } = offer;
  const fills = [meterSources.input, meterSources.output].filter((fill) => fill !== undefined);
  const classes = [source, ...fills].map(({ id }) => evidenceFrom(id, offer, context.mirrors));
  return { evidence: EVIDENCE.findLast((each) => classes.includes(each)) ?? "reported", readings: [source, ...fills], prices };
}

const witnessOf = (source: SourceRef, prices: Prices, offer: Offer, context: EvidenceContext): Witness => ({
  evidence: evidenceFrom(source.id, offer, context.mirrors),
  readings: [source],
  prices,
});

/** How one source alone knows a price: a catalogue's copy of an API that is known to be copied by program is a mirror. */
export function evidenceFrom(source: SourceId, sold: Pick<Offer, "platform" | "model">, mirrors: readonly Mirror[]): Evidence {
  const { copies } = sourceFacts(source);
  if (copies !== "catalogue") return copies;
  return mirrorOf(mirrors, source, sold) === null ? "reported" : "mirror";
}

/** Both name input and output, and neither is further away than rounding: prices of one sale. */
export function agreeOnPair(a: Prices, b: Prices): boolean {
  const named = [a.input, a.output, b.input, b.output].every((price) => price !== undefined);
  return named && !disagrees(a, b, ["input", "output"]);
}

function speak(witness: Witness, agreeing: readonly Witness[], seconds: readonly SecondReading[], asOf: string): KnownPrice {
  const { evidence, readings } = witness;
  const isFresh = readings.every((reading) => isWithinBudget(reading, asOf));
  const second = secondWitness(witness, agreeing) ?? (isFresh ? null : keeper(witness, agreeing, asOf));
  const contradictedBy = contradiction(witness, second, seconds);
  const aged = {
    readings,
    isConfirmed: !isFresh && evidence !== "reported" && second !== null,
    isContradicted: contradictedBy !== null,
  };
  return {
    evidence: evidence === "reported" && second !== null ? "corroborated" : evidence,
    age: ageClass(aged, asOf),
    restsOn: oldest(readings),
    confirmedBy: second,
    contradictedBy: isFresh && (evidence === "own" || evidence === "mirror") ? stronger(contradictedBy) : contradictedBy,
  };
}

/**
 * For one catalogue's word: another catalogue that neither copies the first nor is copied by it, and whose last word is the same price. How old
 * that is does not matter: a price that two saw on different days was valid in between, and the age is the first one's.
 */
function secondWitness(witness: Witness, agreeing: readonly Witness[]): SourceRef | null {
  if (witness.evidence !== "reported") return null;
  const other = agreeing.find(
    (each) => each !== witness && isOneCatalogue(each) && areIndependent(each.readings, witness.readings),
  );
  return other?.readings[0] ?? null;
}

/**
 * For first-hand words past their budget: a catalogue within its budget that shows the same. Our own reading yields to a fresh copy of the
 * same API instead, which says a newer day.
 */
function keeper(witness: Witness, agreeing: readonly Witness[], asOf: string): SourceRef | null {
  if (!isFirstHand(witness.evidence)) return null;
  const others = agreeing.filter((each) => each !== witness && isFreshCatalogue(each, asOf));
  if (witness.evidence === "own" && others.some(({ evidence }) => evidence === "mirror")) return null;
  return others[0]?.readings[0] ?? null;
}

const isOneCatalogue = ({ readings }: Witness): boolean => readings.every(({ id }) => isCatalogue(id));

const isFreshCatalogue = ({ readings }: Witness, asOf: string): boolean =>
  readings.every((reading) => isCatalogue(reading.id) && isWithinBudget(reading, asOf));

/** No catalogue is behind both. pi-ai and models.dev are one witness, models.dev and LiteLLM are two. */
function areIndependent(a: readonly SourceRef[], b: readonly SourceRef[]): boolean {
  const behind = new Set(a.flatMap(({ id }) => allBehind(id)));
  return b.flatMap(({ id }) => allBehind(id)).every((id) => !behind.has(id));
}

const allBehind = (id: SourceId): readonly SourceId[] => [id, ...sourceFacts(id).relays.flatMap(allBehind)];

/** The newest reading that differs on input or output, of a later day than the witness's or than what still shows the same. */
function contradiction({ readings, prices }: Witness, confirmedBy: SourceRef | null, seconds: readonly SecondReading[]) {
  const [read, confirmed] = [oldest(readings).readAt, confirmedBy?.readAt ?? ""];
  const day = (read > confirmed ? read : confirmed).slice(0, 10);
  const later = seconds.filter(
    ({ source, prices: theirs }) => source.readAt.slice(0, 10) > day && disagrees(prices, theirs, ["input", "output"]),
  );
  return later.toSorted((a, b) => compareText(b.source.readAt, a.source.readAt))[0] ?? null;
}

/** A copy does not speak against what the platform itself said within the budget. */
const stronger = (second: SecondReading | null): SecondReading | null =>
  second !== null && !isCatalogue(second.source.id) ? second : null;

function oldest(readings: readonly [SourceRef, ...SourceRef[]]): SourceRef {
  return readings.reduce((old, each) => (each.readAt < old.readAt ? each : old));
}

const compareKnown = (a: KnownPrice, b: KnownPrice): number =>
  AGE_CLASSES.indexOf(a.age) - AGE_CLASSES.indexOf(b.age) ||
  EVIDENCE.indexOf(a.evidence) - EVIDENCE.indexOf(b.evidence) ||
  compareText(b.restsOn.readAt, a.restsOn.readAt);
