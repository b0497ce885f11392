import { announcements, models, names, run } from "../../data/catalog.ts";
import { changeNames, changeRecord } from "../../data/change-record.ts";
import { makerOptions } from "../../site/address/option.ts";
import { announcementGroups } from "./announcement-groups.ts";
import { changeLines, type DayLines, daysSpan } from "./change-lines.ts";
import { changeOptions } from "./change-options.ts";
import { changesJsonLd } from "./changes-json-ld.ts";
import { moveSpark } from "./move-spark.ts";

/** As many days as are looked at first; the others are a touch away, and open when somebody filters. */
const OPEN_DAYS = 7;

/** Everything the page of changes shows, and its Markdown twin. */
export type ChangesPage = ReturnType<typeof changesPage>;

/** The page `/changes/`: the newest days open, the older ones folded. */
export function changesPage() {
  const record = changeRecord();
  const lines = changeLines(record, run, changeNames);
  const { answer, days } = lines;
  const older = days.slice(OPEN_DAYS);
  return {
    ...lines,
    asOf: run.asOf,
    jsonLd: changesJsonLd(record, answer),
    sparkOf: moveSpark,
    announced: announcementGroups(announcements, run.asOf, changeNames.model, names.platform),
    options: changeOptions(days, makerOptions(models), names.platform),
    count: countOf(days),
    newest: days.slice(0, OPEN_DAYS),
    newestSpan: daysSpan(days.slice(0, OPEN_DAYS)),
    older,
    olderCount: countOf(older),
  };
}

const countOf = (days: readonly DayLines[]): number => days.reduce((sum, { lines }) => sum + lines.length, 0);
