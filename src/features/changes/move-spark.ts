import { run } from "../../data/catalog.ts";
import { history } from "../../data/history.ts";
import { settledSeriesOf } from "../../domain/chart/price-series.ts";
import { addDays } from "../../domain/money/days.ts";
import { type Sparkline, sparkline } from "../../site/chart/sparkline.ts";
import type { MoveLine } from "./change-lines.ts";

/** The last 90 days of the figure that a line of the page of changes is about. */
export function moveSpark({ figure: { offerId, meter, condition } }: MoveLine): Sparkline | null {
  const modelChanges = history().changesOf(offerId.slice(0, offerId.indexOf("@")));
  return sparkline(settledSeriesOf(modelChanges, offerId, meter, condition), addDays(run.asOf, -90), run.asOf);
}
