import { type Change, compareChanges } from "../../../src/domain/history/change.ts";
import { changesOfLedger, changesSince, type StepContext } from "../../../src/domain/history/history.ts";
import { type Ledger, ledgerOf, replay } from "../../../src/domain/history/ledger.ts";
import { isRepointed } from "../../../src/domain/model/repointed.ts";
import { daysBetween } from "../../../src/domain/money/days.ts";
import type { History, HistoryJoin } from "./history-files.ts";
import type { LastNightsRows, Store } from "./store.ts";

const NONE: ReadonlySet<string> = new Set();

/**
 * History after a night, pure: every line it had, and one for each figure that differs from what it says stands. It therefore replays to
 * tonight's offers, whatever wrote it, and a second night on the same input adds nothing. The first night of all is joined to what was
 * recorded before it. `dated` are the models whose release day their makers state: another day of theirs is a corrected date.
 */
export function historyTonight(past: History, before: LastNightsRows, after: Store, dated: ReadonlySet<string> = NONE): History {
  const { run, offers } = after;
  if (run === null) throw new Error("a night without a run has no day");
  if (past.historyJoin === null) {
    const readOn = run.sources.map(({ id, readAt }) => [id, readAt.slice(0, 10)] as const);
    const historyJoin: HistoryJoin = { firstNight: run.asOf, readOn: Object.fromEntries(readOn) };
    return { changes: joinedToNights(past.changes, ledgerOf(offers), [], historyJoin), historyJoin };
  }
  const day = laterDay(run.asOf, past.changes.at(-1)?.day);
  const repointed = repointedOffers(before, after, dated).union(returnedAsAnother(past.changes, before, after));
  const between: StepContext = { day, repointed, mended: new Set(), notBefore: lastLook(before.run?.asOf, day) };
  const added = changesSince(replay(past.changes), before.offers, offers, between);
  return { changes: [...past.changes, ...added].toSorted(compareChanges), historyJoin: past.historyJoin };
}

/** History with its past rebuilt from recordings, pure: what nights have written stays, and still replays to the same figures. */
export function historyRebuilt(past: History, recorded: readonly Change[]): History {
  const { historyJoin } = past;
  if (historyJoin === null) return { changes: recorded.toSorted(compareChanges), historyJoin };
  const later = past.changes.filter(({ day }) => day > historyJoin.firstNight);
  return { changes: joinedToNights(recorded, replay(past.changes, historyJoin.firstNight), later, historyJoin), historyJoin };
}

/** The past up to the join, the lines that lead from it to what was valid after the first night, and the nights after it. */
function joinedToNights(
  recorded: readonly Change[],
  firstNight: Ledger,
  later: readonly Change[],
  historyJoin: HistoryJoin,
): readonly Change[] {
  const past = recorded.filter((change) => !isSeenByFirstNight(change, historyJoin)).toSorted(compareChanges);
  return [...past, ...changesOfLedger(replay(past), firstNight, historyJoin.firstNight), ...later];
}

function isSeenByFirstNight({ day, source }: Change, { firstNight, readOn }: HistoryJoin): boolean {
  return day >= firstNight || day >= (readOn[source] ?? firstNight);
}

/** The day of the night before, where more than a day lies between. */
const lastLook = (before: string | undefined, day: string): string | undefined =>
  before !== undefined && daysBetween(before, day) > 1 ? before : undefined;

/** Recordings older than the last night are dated like it: history never goes back. */
const laterDay = (asOf: string, last: string | undefined): string => (last !== undefined && last > asOf ? last : asOf);

/** OpenRouter's offers of every model whose id means something else since last night. */
function repointedOffers(before: LastNightsRows, after: Store, dated: ReadonlySet<string>): ReadonlySet<string> {
  const modelsBefore = new Map(before.models.map((model) => [model.id, model]));
  const models = after.models.filter((model) => {
    const old = modelsBefore.get(model.id);
    return old !== undefined && isRepointed(dated.has(model.id) ? { ...old, releasedOn: model.releasedOn } : old, model);
  });
  const ids = new Set(models.map(({ id }) => id));
  return new Set(after.offers.flatMap(({ id, model, platform }) => (platform === "openrouter" && ids.has(model) ? [id] : [])));
}

/**
 * OpenRouter's offers of models that were on no list last night, and were released after history first knew the offer: the id came back and
 * means a later model. A night keeps no model without an offer, so only history says what it was then.
 */
function returnedAsAnother(past: readonly Change[], before: LastNightsRows, after: Store): ReadonlySet<string> {
  const idsBefore = new Set(before.models.map(({ id }) => id));
  const released = new Map(
    after.models.filter(({ id }) => !idsBefore.has(id)).map(({ id, releasedOn }) => [id, releasedOn ?? ""]),
  );
  const since = new Map<string, string>();
  for (const { offerId, model, platform, day, note } of past) {
    const isAbout = platform === "openrouter" && released.has(model);
    if (isAbout && (note === "repointed" || !since.has(offerId))) since.set(offerId, day);
  }
  return new Set(after.offers.flatMap(({ id, model }) => ((released.get(model) ?? "") > (since.get(id) ?? "9") ? [id] : [])));
}
