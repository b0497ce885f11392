import type { Finding } from "../../src/domain/finding.ts";
import { absolutePrices } from "./guards/absolute-prices.ts";
import { sourceShrink } from "./guards/source-shrink.ts";
import { compareReadings, readingId, type StoredReading } from "./reading-row.ts";

/** One source tonight, before and after: what a guard looks at. */
export interface GuardedSource {
  readonly id: string;
  readonly before: readonly StoredReading[];
  /** Null = not read, or failed with `failure`. */
  readonly now: readonly StoredReading[] | null;
  readonly failure: string | null;
}

export interface Guarded {
  readonly readings: readonly StoredReading[];
  readonly findings: readonly Finding[];
  /** Why the whole source stays at its last good reading, or null. */
  readonly sourceHeld: string | null;
}

/** Holds what a rule objects to: the source as a whole, or single readings, each at its last good figures. */
export function guardSource(source: GuardedSource): Guarded {
  if (source.now === null) return notRead(source);
  const shrink = sourceShrink(source.id, source.before, source.now);
  if (shrink !== null) return { readings: source.before, findings: [shrink], sourceHeld: shrink.detail };
  const before = new Map(withNames(source.before));
  const guarded = withNames(source.now).map(([name, reading]) => guardReading(reading, before.get(name) ?? null));
  return {
    readings: guarded.map(({ reading }) => reading).toSorted(compareReadings),
    findings: guarded.flatMap(({ findings }) => findings),
    sourceHeld: null,
  };
}

/** Rows by id; the second row of one id is another row every night, because rows come sorted by card. */
function withNames(readings: readonly StoredReading[]): readonly (readonly [string, StoredReading])[] {
  const seen = new Map<string, number>();
  return readings.map((reading) => {
    const id = readingId(reading);
    const place = seen.get(id) ?? 0;
    seen.set(id, place + 1);
    return [`${id} ${place}`, reading];
  });
}

function notRead({ id, before, failure }: GuardedSource): Guarded {
  if (failure === null) return { readings: before, findings: [], sourceHeld: null };
  const finding: Finding = { rule: "sourceFailed", action: "hold", scope: "source", subject: id, detail: failure };
  return { readings: before, findings: [finding], sourceHeld: failure };
}

function guardReading(reading: StoredReading, before: StoredReading | null) {
  const findings = absolutePrices(reading);
  const hold = findings.find(({ action }) => action === "hold");
  if (hold === undefined) return { reading: withChangedAt(reading, before), findings };
  const since = before?.held?.since ?? reading.source.readAt;
  const held = { rule: hold.rule, since, detail: hold.detail, prices: reading.prices, conditions: reading.conditions };
  const good = before === null ? { ...reading, prices: {}, conditions: [] } : before;
  return { reading: { ...good, held }, findings };
}

function withChangedAt(reading: StoredReading, before: StoredReading | null): StoredReading {
  if (before === null) return reading;
  const same = JSON.stringify([before.prices, before.conditions]) === JSON.stringify([reading.prices, reading.conditions]);
  return { ...reading, changedAt: same ? before.changedAt : reading.source.readAt };
}
