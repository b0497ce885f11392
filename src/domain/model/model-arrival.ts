import type { Change } from "../history/change.ts";
import { compareText } from "../money/compare-text.ts";
import type { MovedModel } from "./same-weights/moved-model.ts";

/** A model and the day it came, or went. */
export interface ModelDay {
  readonly model: string;
  readonly day: string;
}

/**
 * Models by the day a list first named them, newest first. What a source says on the first day it is read at all is no arrival: it may
 * have been there for years.
 */
export function modelArrivals(changes: readonly Change[]): readonly ModelDay[] {
  const started = new Map<string, string>();
  const arrived = new Map<string, Change>();
  for (const change of changes) {
    if (!started.has(change.source)) started.set(change.source, change.day);
    if (!arrived.has(change.model)) arrived.set(change.model, change);
  }
  const afterFirstReading = [...arrived.values()].filter(({ day, source }) => day !== started.get(source));
  return afterFirstReading.map(({ model, day }) => ({ model, day })).toSorted(newestFirst);
}

/**
 * Models none of whose figures stands any more, by the day the last one went, newest first. One that a list still names has not gone, though it
 * lost its last price: Laguna M.1, which NanoGPT sold until 20 November and two platforms name at a price nobody knows.
 */
export function modelDepartures(changes: readonly Change[], isListed: (model: string) => boolean): readonly ModelDay[] {
  const figuresByModel = new Map<string, Set<string>>();
  const last = new Map<string, string>();
  for (const { model, offerId, condition, meter, new: now, day } of changes) {
    const figures = figuresByModel.get(model) ?? new Set();
    figuresByModel.set(model, figures);
    const key = `${offerId} ${condition ?? ""} ${meter}`;
    if (now === null) figures.delete(key);
    else figures.add(key);
    last.set(model, day);
  }
  const gone = [...last].filter(([model]) => figuresByModel.get(model)?.size === 0 && !isListed(model));
  return gone.map(([model, day]) => ({ model, day })).toSorted(newestFirst);
}

/**
 * Days of models in their own right. An id that was found to be another model's neither came nor went, whatever its lines say: `meta/muse-ember-1.0`,
 * whose offers stand under `meta/muse-ember` since both were joined.
 */
export const withoutMoved = (days: readonly ModelDay[], moved: readonly Pick<MovedModel, "from">[]): readonly ModelDay[] => {
  const joined = new Set(moved.map(({ from }) => from));
  return days.filter(({ model }) => !joined.has(model));
};

const newestFirst = (a: ModelDay, b: ModelDay): number => compareText(b.day, a.day) || compareText(a.model, b.model);
