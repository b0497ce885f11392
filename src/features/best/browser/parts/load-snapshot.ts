import type { RankingSnapshot } from "../../../../domain/ranking/ranking-snapshot.ts";
import type { NeedFigures } from "../../../../domain/ranking/snapshot/need-figures.ts";
import { type NeedMonth, unpackNeedMonth } from "../../../../domain/ranking/snapshot/need-month.ts";
import type { RankingMonth } from "../../../../domain/ranking/snapshot/ranking-month.ts";
import { unpackMonth } from "../../../../domain/ranking/snapshot/ranking-month.ts";
import { snapshotDay } from "../../../../domain/ranking/snapshot-day.ts";
import { loadJson } from "../../../../site/browser/load-json.ts";
import * as paths from "../../../../site/paths.ts";

/** Of what the rows are kept, newest first. */
export interface SnapshotDays {
  /** Days with a file of their own. */
  readonly days: readonly string[];
  /** Months with a file of all their days, those too. */
  readonly months: readonly string[];
  /** Months with a file of what rankings by a need's own scale are worked out from. */
  readonly needMonths: readonly string[];
}

/** The rows that were valid on a day, from its own file or its month's; null = nothing was kept by then. Throws where a file does not load. */
export async function loadSnapshot(
  workload: string,
  { days, months }: SnapshotDays,
  asOfDay: string,
): Promise<RankingSnapshot | null> {
  const day = snapshotDay(days, asOfDay);
  if (day !== null) return loadJson<RankingSnapshot>(paths.api.rankingSnapshot(workload, day));
  for (const month of months.filter((each) => each <= asOfDay.slice(0, 7))) {
    const snapshots = unpackMonth(await loadPacked<RankingMonth>(paths.api.rankingMonth(workload, month)));
    const newest = snapshots.findLast(({ asOf }) => asOf <= asOfDay);
    if (newest !== undefined) return newest;
  }
  return null;
}

/** The figures of needs that were valid on a day; null = none were kept by then. Throws where a file does not load. */
export async function loadNeedFigures({ needMonths }: SnapshotDays, asOfDay: string): Promise<NeedFigures | null> {
  for (const month of needMonths.filter((each) => each <= asOfDay.slice(0, 7))) {
    const figuresOfMonth = unpackNeedMonth(await loadPacked<NeedMonth>(paths.api.needMonth(month)));
    const newest = figuresOfMonth.findLast(({ asOf }) => asOf <= asOfDay);
    if (newest !== undefined) return newest;
  }
  return null;
}

/** Packed, unless the server has unpacked it on the way. */
async function loadPacked<Content>(path: string): Promise<Content> {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`GET ${path}: ${response.status}`);
  const body = await response.blob();
  const [first] = new Uint8Array(await body.slice(0, 1).arrayBuffer());
  const text = first === GZIP ? new Response(body.stream().pipeThrough(new DecompressionStream("gzip"))) : new Response(body);
  return text.json();
}

/** The first byte of every gzip file; no JSON begins with it. */
const GZIP = 0x1f;
