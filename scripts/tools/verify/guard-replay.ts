import { daysBetween } from "../../../src/domain/money/days.ts";
import type { Prices } from "../../../src/domain/offer/meter.ts";
import type { Finding } from "../../../src/domain/source/finding.ts";
import { guardTonight } from "../../night/guards/guard-night.ts";
import { isSameCard } from "../../night/merge/card-figures.ts";
import { readingId, type StoredReading } from "../../night/merge/reading-row.ts";
import type { Curated } from "../../night/pipeline/curated.ts";
import { EMPTY_STORE, type Store } from "../../night/pipeline/store.ts";
import { openrouterModels } from "../../night/sources/openrouter/openrouter-models.ts";
import type { Parsed, Reading } from "../../night/sources/source.ts";
import { openrouterDays, type RecordedDay } from "../backfill/openrouter-days.ts";

/** A recorded day, parsed. */
export interface ParsedDay extends RecordedDay {
  readonly parsed: Parsed;
}

/** A card that changed from one recorded day to the next. */
export interface CardMove {
  readonly id: string;
  readonly day: string;
  /** `true`: the card lasted. `undone`: the old card was back within three days. `zero`: a price got lost. `back`: one came again. */
  readonly kind: "true" | "undone" | "zero" | "back";
  /** The card of most of the seven days before. */
  readonly isReturn: boolean;
  readonly isHeld: boolean;
}

/** What the guards let through on one night. */
export interface GuardedNight {
  readonly day: string;
  readonly findings: readonly Finding[];
  /** Readings that are held, by upstream id. */
  readonly held: ReadonlyMap<string, StoredReading>;
}

export interface GuardReplay {
  readonly nights: readonly GuardedNight[];
  readonly moves: readonly CardMove[];
}

/** One id's card, the days it was in the raw recordings. */
interface Stand {
  readonly day: string;
  readonly card: Pick<Reading, "prices" | "conditions">;
  readonly isHeld: boolean;
}

/** The recorded days through parsing and guards, night by night. `onDay` sees each day once, parsed. */
export async function replayGuards(dir: string, curated: Curated, onDay: (day: ParsedDay) => void): Promise<GuardReplay> {
  const stands = new Map<string, Stand[]>();
  const nights: GuardedNight[] = [];
  let store: Store = EMPTY_STORE;
  for await (const { day, body } of openrouterDays(dir)) {
    const parsed = openrouterModels.parse([body]);
    const night = { source: openrouterModels, parsed, bodies: [body], failure: null };
    const guarded = guardTonight(night, { before: store, curated, day });
    store = { ...store, readings: new Map([[openrouterModels.id, guarded.readings]]) };
    const held = new Map(guarded.readings.filter((row) => row.held !== null).map((row) => [row.upstreamId, row]));
    nights.push({ day, findings: guarded.findings, held });
    for (const reading of parsed.readings) stand(stands, reading, day, held.has(reading.upstreamId));
    onDay({ day, body, parsed });
  }
  return { nights, moves: [...stands].flatMap(([id, days]) => movesOf(id, days)) };
}

function stand(stands: Map<string, Stand[]>, reading: Reading, day: string, isHeld: boolean): void {
  const days = stands.get(readingId(reading)) ?? [];
  const { prices, conditions } = reading;
  days.push({ day, card: { prices, conditions }, isHeld });
  stands.set(readingId(reading), days);
}

/** How long a price may be gone and still be the same one: as in the price history, where such a pair of moves is one event. */
const UNDONE_WITHIN_DAYS = 3;

function movesOf(id: string, days: readonly Stand[]): readonly CardMove[] {
  return days.flatMap(({ day, card, isHeld }, index) => {
    const last = days[index - 1];
    if (last === undefined || isSameCard(card, last.card) || !haveCommonMove(last.card.prices, card.prices)) return [];
    const next = days.slice(index + 1).filter((later) => daysBetween(day, later.day) <= UNDONE_WITHIN_DAYS);
    const isUndone = next.some((later) => isSameCard(later.card, last.card));
    const kind = kindOf(last.card.prices, card.prices, isUndone);
    return [{ id, day, kind, isReturn: isUsual(card, day, days.slice(0, index)), isHeld }];
  });
}

/** A figure that only came into the list, or left it, is no move, unless it is the price itself. */
function haveCommonMove(old: Prices, now: Prices): boolean {
  const lost = hasPrice(old) !== hasPrice(now);
  return (
    lost ||
    (["input", "output", "cacheRead", "cacheWrite5m"] as const).some(
      (meter) => old[meter] !== now[meter] && old[meter] !== undefined && now[meter] !== undefined,
    )
  );
}

const hasPrice = ({ input, output }: Prices): boolean => input !== undefined && output !== undefined;

function kindOf(old: Prices, now: Prices, isUndone: boolean): CardMove["kind"] {
  if (hasPrice(old) && !hasPrice(now)) return "zero";
  if (!hasPrice(old) && hasPrice(now)) return "back";
  return isUndone ? "undone" : "true";
}

const WEEK = 7;

/** Whether a card is that of more than half of the seven days before, counted by a rule of its own. */
function isUsual(card: Stand["card"], day: string, before: readonly Stand[]): boolean {
  const week = Array.from({ length: WEEK }, (_, index) => before.findLast((each) => daysBetween(each.day, day) > index) ?? null);
  return week.filter((each) => each !== null && isSameCard(each.card, card)).length > WEEK / 2;
}
