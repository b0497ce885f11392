import { settledSeriesOf } from "../domain/chart/price-series.ts";
import type { Change } from "../domain/history/change.ts";
import { foldTransients } from "../domain/history/price-event.ts";
import { priceMoves } from "../domain/history/price-move.ts";
import { modelArrivals, modelDepartures } from "../domain/model/model-arrival.ts";
import { addDays } from "../domain/money/days.ts";
import type { MoveLine, Namer, WatchedRecord } from "../features/changes/changes-page.ts";
import { type Sparkline, sparkline } from "../site/chart/sparkline.ts";
import { models, names, run, sellers } from "./catalog.ts";
import { history } from "./history.ts";

const nameById = new Map(models.map(({ id, name }) => [id, name]));

/** What pages and feeds call models and sellers. */
export const namer: Namer = {
  ...names,
  model: (id) => nameById.get(id) ?? null,
  isList: (platform, model) => sellers.get(platform)?.listMakers.includes(model.split("/")[0] ?? "") ?? false,
};

let record: WatchedRecord | null = null;

/** What the history holds that pages of changes and feeds tell, worked out once a build. */
export function changeRecord(): WatchedRecord {
  record ??= readRecord();
  return record;
}

function readRecord(): WatchedRecord {
  const { allChanges } = history();
  const events = foldTransients(allChanges);
  const from = addDays(run.asOf, -90);
  return {
    moves: priceMoves(events),
    arrivals: modelArrivals(allChanges),
    departures: modelDepartures(allChanges),
    recent: events.filter(({ day }) => day > from),
    readSince: firstDays(allChanges),
    asOf: run.asOf,
  };
}

/** The first day of each source's lines, which are oldest first. */
function firstDays(changes: readonly Change[]): ReadonlyMap<string, string> {
  const first = new Map<string, string>();
  for (const { source, day } of changes) if (!first.has(source)) first.set(source, day);
  return first;
}

/** The last 90 days of the figure that a line of the page of changes is about. */
export function moveSpark({ figure: { offerId, meter, condition } }: MoveLine): Sparkline | null {
  const own = history().changesOf(offerId.slice(0, offerId.indexOf("@")));
  return sparkline(settledSeriesOf(own, offerId, meter, condition), addDays(run.asOf, -90), run.asOf);
}
