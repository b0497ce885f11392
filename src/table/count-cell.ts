import { formatCount } from "../site/format.ts";
import type { Cell } from "./column.ts";

/** A count as it is read, and as a bare number for files. */
export const countCell = (count: number): Cell => ({ text: formatCount(count), figure: count });
