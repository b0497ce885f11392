import { CLOUDS } from "../../domain/platform/clouds.ts";
import type { PlatformKind } from "../../domain/platform/platform.ts";
import type { RowGroup } from "../../table/table-view.ts";

/** What the place of a platform in the list depends on. */
interface Placed {
  readonly id: string;
  readonly makerKind: PlatformKind;
  readonly isClosed: boolean;
  readonly setsList: boolean;
  readonly confirmed: number;
  readonly models: number;
}

/**
 * The list of platforms: makers' own APIs, the three clouds and OpenRouter, then everybody else, closed ones last; in each those with most
 * models at a confirmed price first. The clouds keep one order, OpenRouter after them. What comes after the first ones of a group is marked.
 */
export function platformGroups<Line extends Placed>(lines: readonly Line[]): readonly RowGroup<Line & Folded>[] {
  const byTitle = Map.groupBy(lines.toSorted(mostConfirmedFirst), titleOf);
  return TITLES.flatMap((title) => {
    const titled = byTitle.get(title) ?? [];
    const inOrder = title === "Clouds and OpenRouter" ? titled.toSorted(inMainOrder) : titled;
    const rows = inOrder.map((line, at) => ({ ...line, isRest: at >= SHOWN_AT_FIRST[title] }));
    return rows.length === 0 ? [] : [{ title, rows }];
  });
}

/** Whether a row is shown only when all are asked for. */
interface Folded {
  readonly isRest: boolean;
}

const TITLES = ["Makers’ own APIs", "Clouds and OpenRouter", "Other platforms", "Closed"] as const;

/** So many rows of each group are shown at first: 25 in all, the main ones among them. */
const SHOWN_AT_FIRST: Readonly<Record<(typeof TITLES)[number], number>> = {
  "Makers’ own APIs": 12,
  "Clouds and OpenRouter": Number.POSITIVE_INFINITY,
  "Other platforms": 9,
  Closed: 0,
};

function titleOf({ id, makerKind, isClosed, setsList }: Placed): (typeof TITLES)[number] {
  if (isClosed) return "Closed";
  if (MAIN.includes(id)) return "Clouds and OpenRouter";
  return makerKind === "direct" && setsList ? "Makers’ own APIs" : "Other platforms";
}

const MAIN: readonly string[] = [...CLOUDS, "openrouter"];

const inMainOrder = (a: Placed, b: Placed): number => MAIN.indexOf(a.id) - MAIN.indexOf(b.id);

const mostConfirmedFirst = (a: Placed, b: Placed): number =>
  b.confirmed - a.confirmed || b.models - a.models || (a.id < b.id ? -1 : 1);
