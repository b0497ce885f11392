import type { Run } from "../domain/source/run.ts";
import { formatDay } from "./format.ts";

/** The sources that stay at an earlier reading tonight, in words for every page: `models.dev (22 Aug 2026)`. Empty on a quiet night. */
export const heldSources = ({ sources }: Pick<Run, "sources">): string =>
  sources
    .filter(({ status }) => status === "held")
    .map(({ name, readAt }) => `${name} (${formatDay(readAt)})`)
    .join(", ");
