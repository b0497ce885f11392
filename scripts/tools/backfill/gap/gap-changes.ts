import { type Change, changeOf } from "../../../../src/domain/history/change.ts";
import { figureKey } from "../../../../src/domain/history/ledger.ts";
import type { MicroUsdPerMTok } from "../../../../src/domain/money/money.ts";
import type { GapStep } from "./gap-steps.ts";
import { inOrderOfDays } from "./gap-steps.ts";

/** One figure as history has it on a day: null = none; undefined = never had one. */
type FigureThen = MicroUsdPerMTok | null | undefined;

/** What else is known of a figure. */
export interface AlsoKnown {
  /** What it costs today, null = it is not sold. */
  readonly today: (offerId: string, key: string) => MicroUsdPerMTok | null;
  /** The last reading before a day that had it at a price; null = none. */
  readonly lastSeen: (offerId: string, key: string, micro: MicroUsdPerMTok, before: string) => string | null;
}

/**
 * The lines that readings between two nights add to a history, pure. A step counts where history had the step's old price, or knew no
 * price of a new offer; where OpenRouter's list and its copy follow each other, the copy's old price may be an older one. The line says
 * between which two readings it lies. Steps of a figure that lead neither to a later line nor to today's price are left out, all of them:
 * somebody else's word is there. A history that has the lines gains none.
 */
export function gapChanges(history: readonly Change[], steps: readonly GapStep[], known: AlsoKnown): readonly Change[] {
  const lines = Map.groupBy(history, (change) => keyOf(change));
  const bySteps = Map.groupBy(inOrderOfDays(steps), (step) => keyOf(step));
  return [...bySteps].flatMap(([key, keySteps]) => {
    const [first] = keySteps;
    const added = addedLines(lines.get(key) ?? [], keySteps, known.lastSeen);
    const end = first === undefined ? null : known.today(first.offerId, figureKey(first.meter, first.condition));
    return isToldOut(lines.get(key) ?? [], added, end) ? added.map(lineOf) : [];
  });
}

const keyOf = ({ offerId, meter, condition }: Pick<Change, "offerId" | "meter" | "condition">): string =>
  `${offerId} ${figureKey(meter, condition)}`;

function addedLines(history: readonly Change[], steps: readonly GapStep[], lastSeen: AlsoKnown["lastSeen"]): readonly GapStep[] {
  const added: GapStep[] = [];
  for (const step of steps) {
    const figureThen = figureOn(step.day, history, added);
    if (figureThen === step.new || !follows(step, figureThen)) continue;
    const key = figureKey(step.meter, step.condition);
    const looks = [
      history.findLast(({ day }) => day < step.day)?.day,
      added.at(-1)?.day,
      figureThen == null ? null : lastSeen(step.offerId, key, figureThen, step.day),
    ];
    added.push({ ...step, old: figureThen ?? null, notBefore: looks.reduce<string | null>(later, step.notBefore) });
  }
  return added;
}

function figureOn(day: string, history: readonly Change[], added: readonly GapStep[]): FigureThen {
  const last = history.findLast((change) => change.day <= day);
  const newer = added.at(-1);
  return newer !== undefined && (last === undefined || newer.day >= last.day) ? newer.new : last?.new;
}

function follows(step: GapStep, figureThen: FigureThen): boolean {
  if (figureThen === undefined) return step.old === null;
  return figureThen !== null && (figureThen === step.old || isOpenrouters(step.offerId));
}

const isOpenrouters = (id: string): boolean => id.includes("@openrouter");

function isToldOut(history: readonly Change[], added: readonly GapStep[], today: MicroUsdPerMTok | null): boolean {
  const [end, last] = [history.at(-1), added.at(-1)];
  if (last === undefined) return false;
  return (end !== undefined && end.day > last.day) || today === last.new;
}

/** A reading of the old price after the catalogue's own makes the time between shorter. */
const later = (a: string | null, b: string | null | undefined): string | null => (a === null || b == null || a > b ? a : b);

const lineOf = ({ day, notBefore, offerId, meter, condition, old, new: now, source }: GapStep): Change =>
  changeOf({
    day,
    offerId,
    meter,
    condition,
    old,
    new: now,
    note: null,
    source,
    ...(isBetween(notBefore, day) ? { notBefore } : {}),
  });

/** The day after the reading before is the day itself. */
const isBetween = (notBefore: string | null, day: string): notBefore is string =>
  notBefore !== null && Date.parse(day) - Date.parse(notBefore) > 86_400_000;
