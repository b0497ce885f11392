import { type Change, changeLine } from "../../../src/domain/history/change.ts";
import type { Offer } from "../../../src/domain/offer/offer.ts";
import type { Curated } from "../../night/pipeline/curated.ts";
import type { History } from "../../night/pipeline/history-files.ts";
import { historyTonight } from "../../night/pipeline/history-night.ts";
import { storeAfterNight } from "../../night/pipeline/night.ts";
import { EMPTY_STORE, type Store } from "../../night/pipeline/store.ts";
import { openrouterModels } from "../../night/sources/openrouter/openrouter-models.ts";
import { openrouterPast } from "../backfill/openrouter-past.ts";
import type { ParsedDay } from "./guard-replay.ts";

/** A week lived night by night beside one refresh on its last day and the history of its seven. */
export interface WeekReplay {
  readonly lastDay: string;
  readonly offers: number;
  /** Lines of the week's history. */
  readonly lines: number;
  /** Offers that differ, or whose history does, and that a report of the week names as held or accepted. */
  readonly reported: number;
  /** Offers that differ, or whose history does, without a word. */
  readonly unexplained: readonly string[];
}

interface Lived {
  readonly store: Store;
  readonly history: History;
  /** Offers some night's report named as held or accepted. */
  readonly reported: ReadonlySet<string>;
}

const UNBORN: Lived = { store: EMPTY_STORE, history: { changes: [], historyJoin: null }, reported: new Set() };

/**
 * Seven nights on one store; and one night on an empty one, with the history backfilled from the recordings: the same offers and the same
 * lines, but for the offers that reports name.
 */
export function replayWeek(days: readonly ParsedDay[], curated: Curated): WeekReplay {
  const last = days.at(-1);
  if (last === undefined) throw new Error("a week without days");
  const lived = days.reduce((week, day) => livedOn(week, day, curated), UNBORN);
  const fresh = livedOn(UNBORN, last, curated);
  const recorded = days.flatMap(openrouterPast());
  const differing = [
    ...new Set([...differingOffers(lived.store, fresh.store), ...differingLines(lived.history.changes, recorded)]),
  ];
  const isReported = (id: string) => lived.reported.has(id) || fresh.reported.has(id);
  return {
    lastDay: last.day,
    offers: fresh.store.offers.length,
    lines: recorded.length,
    reported: differing.filter(isReported).length,
    unexplained: differing.filter((id) => !isReported(id)).map((id) => `${last.day} ${id}`),
  };
}

function livedOn({ store, history, reported }: Lived, { parsed, body }: ParsedDay, curated: Curated): Lived {
  const after = storeAfterNight([{ source: openrouterModels, parsed, bodies: [body], failure: null }], curated, store);
  const toldOffers = [...store.offers, ...after.offers].filter((offer) => isTold(offer, after));
  return {
    store: after,
    history: historyTonight(history, store, after),
    reported: new Set([...reported, ...toldOffers.map(({ id }) => id)]),
  };
}

/** Whether a night's report names the offer, or its whole source, as held or accepted. */
const isTold = (offer: Offer, { run }: Store): boolean =>
  (run?.findings ?? []).some(
    ({ rule, action, subject }) => (action === "hold" || rule === "acceptedAfterHold") && isAbout(subject, offer),
  );

const isAbout = (subject: string, { upstreamId, source }: Offer): boolean =>
  subject === source.id || (subject.startsWith(`${source.id} `) && subject.endsWith(`|${upstreamId}`));

/** Offers on one side only, or not the same on both; when a figure last changed is the one thing a single night cannot know. */
function differingOffers(lived: Store, fresh: Store): readonly string[] {
  const texts = ({ offers }: Store) => offers.map((offer) => [JSON.stringify({ ...offer, changedAt: null }), offer.id] as const);
  return onOneSide(texts(lived), texts(fresh));
}

/** Since when nobody had looked, a night says of its lines; lines of recordings do not. */
function differingLines(lived: readonly Change[], recorded: readonly Change[]): readonly string[] {
  const texts = (changes: readonly Change[]) =>
    changes.map(({ notBefore: _since, ...change }) => [changeLine(change), change.offerId] as const);
  return onOneSide(texts(lived), texts(recorded));
}

type Named = readonly (readonly [text: string, id: string])[];

function onOneSide(a: Named, b: Named): readonly string[] {
  const [here, there] = [new Set(a.map(([text]) => text)), new Set(b.map(([text]) => text))];
  return [...a.filter(([text]) => !there.has(text)), ...b.filter(([text]) => !here.has(text))].map(([, id]) => id);
}
