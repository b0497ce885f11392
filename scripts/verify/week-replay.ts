import type { Offer } from "../../src/domain/offer.ts";
import type { Curated } from "../pipeline/curated.ts";
import { night } from "../pipeline/night.ts";
import { EMPTY_STORE, type Store } from "../pipeline/store.ts";
import { openrouterModels } from "../sources/openrouter-models.ts";
import type { ParsedDay } from "./guard-replay.ts";

/** A week lived night by night beside one refresh on its last day. */
export interface WeekReplay {
  readonly lastDay: string;
  readonly offers: number;
  /** Offers that differ and that the last night reports as held or accepted. */
  readonly reported: number;
  /** Offers that differ without a word. */
  readonly unexplained: readonly string[];
}

/** Seven nights on one store, and one night on an empty one: the same offers, but for those the report names. */
export function replayWeek(days: readonly ParsedDay[], curated: Curated): WeekReplay {
  const last = days.at(-1);
  if (last === undefined) throw new Error("a week without days");
  const lived = days.reduce((store, day) => nightOf(day, curated, store), EMPTY_STORE);
  const fresh = nightOf(last, curated, EMPTY_STORE);
  const differing = differingOffers(lived, fresh);
  const isReported = (offer: Offer) =>
    [...(lived.run?.findings ?? []), ...(fresh.run?.findings ?? [])].some(
      ({ rule, action, subject }) => (action === "hold" || rule === "acceptedAfterHold") && isAbout(subject, offer),
    );
  return {
    lastDay: last.day,
    offers: fresh.offers.length,
    reported: differing.filter(isReported).length,
    unexplained: differing.filter((offer) => !isReported(offer)).map(({ id }) => `${last.day} ${id}`),
  };
}

const isAbout = (subject: string, { upstreamId, source }: Offer): boolean =>
  subject === source.id || (subject.startsWith(`${source.id} `) && subject.endsWith(`|${upstreamId}`));

function nightOf({ parsed, body }: ParsedDay, curated: Curated, before: Store): Store {
  return night([{ source: openrouterModels, parsed, bodies: [body], failure: null }], curated, before);
}

/** Offers on one side only, or not the same on both; when a figure last changed is the one thing a single night cannot know. */
function differingOffers(lived: Store, fresh: Store): readonly Offer[] {
  const text = (offer: Offer) => JSON.stringify({ ...offer, changedAt: null });
  const known = new Map(fresh.offers.map((offer) => [offer.id, text(offer)]));
  const here = new Set(lived.offers.map(({ id }) => id));
  return [
    ...lived.offers.filter((offer) => known.get(offer.id) !== text(offer)),
    ...fresh.offers.filter(({ id }) => !here.has(id)),
  ];
}
