import { isOwnList, SAME_BPS } from "../../domain/platform/list-difference.ts";
import { LEAST_UNKNOWN_SHARE } from "../../domain/purchase/unknown-share.ts";
import { formatCount, formatDelta, formatPercent } from "../../site/format.ts";
import * as paths from "../../site/paths.ts";
import { GRADE_RULE } from "../../site/platform/grade-rule.ts";
import type { Cell, Column } from "../../table/column.ts";
import { type TableView, tableView } from "../../table/table-view.ts";
import type { PlatformsPage } from "./page.ts";

type PlatformRow = PlatformsPage["groups"][number]["rows"][number];

/** Every platform: who runs it, how its prices are known, fees, data policy, size, and how far from list. The main ones first. */
export const platformTable = ({ groups, month }: Pick<PlatformsPage, "groups" | "month">): TableView =>
  tableView(
    {
      label: "Platforms",
      caption: `Monthly cost vs list price: a month of ${month}, with its fees where they are known, against the same month at the maker’s list price; the median of the models compared. Fee unknown: up to ${formatPercent(LEAST_UNKNOWN_SHARE * 10_000)} more.`,
    },
    COLUMNS,
    groups,
  );

/** What stands below the table: its sign, its small words and its letters. */
export const PLATFORM_SIGNS = `? = no price compared is confirmed. Models: at any tier, without a known price too; confirmed: at least one price of the model is. How prices are known: ${GRADE_RULE}`;

const COLUMNS: readonly Column<PlatformRow>[] = [
  {
    id: "platform",
    label: "Platform",
    kind: "text",
    filters: { rest: ({ isRest }) => (isRest ? "yes" : "no") },
    cell: ({ id, name, kind, isClosed, grade }) => ({
      text: name,
      href: paths.platform(id),
      notes: [isClosed ? "closed" : kind],
      folded: isClosed ? [] : [grade],
      file: name,
    }),
  },
  { id: "id", label: "Id", kind: "text", only: "files", cell: ({ id }) => ({ text: id }) },
  {
    id: "kind",
    label: "Kind",
    kind: "text",
    only: "files",
    cell: ({ kind, isClosed }) => ({ text: isClosed ? "closed" : kind }),
  },
  { id: "models", label: "Models", kind: "count", cell: modelsCell },
  { id: "delta", label: "Monthly cost vs list", kind: "delta", cell: differenceCell },
  {
    id: "compared",
    label: "Compared",
    kind: "count",
    wide: true,
    cell: ({ difference }) => (isOwnList(difference) ? { text: "–", side: "none" } : { text: String(difference.compared) }),
  },
  { id: "owner", label: "Who runs it", kind: "prose", wide: true, cell: ({ owner }) => knownText(owner) },
  { id: "grade", label: "How its prices are known", kind: "prose", wide: true, cell: gradeCell },
  { id: "fees", label: "Fees", kind: "prose", wide: true, cell: ({ fees }) => knownText(fees) },
  { id: "policy", label: "Data policy", kind: "prose", wide: true, cell: ({ policy }) => knownText(policy) },
];

function gradeCell({ grade, readOn }: PlatformRow): Cell {
  return { text: grade, notes: readOn === null ? [] : [readOn] };
}

function modelsCell({ models, confirmed }: PlatformRow): Cell {
  if (models === 0) return { text: "0" };
  const share = confirmed === 0 ? "none" : confirmed === models ? "all" : formatCount(confirmed);
  return { text: formatCount(models), notes: [`${share} confirmed`] };
}

function differenceCell({ difference }: PlatformRow): Cell {
  const { medianBps: bps, isConfirmed, isFeeUnknown } = difference;
  if (isOwnList(difference)) return { text: "its own list", side: "none" };
  if (bps === null) return { text: "–", side: "none" };
  const mark = isConfirmed ? "" : "?";
  const notes = isFeeUnknown ? ["fee unknown"] : [];
  if (Math.abs(bps) < SAME_BPS) return { text: `= list${mark}`, side: "none", notes };
  return { text: `${formatDelta(bps)}${mark}`, side: bps < 0 ? "under" : "over", notes };
}

const knownText = (text: string): Cell => (text === "not known" || text === "unknown" ? { text, side: "none" } : { text });
