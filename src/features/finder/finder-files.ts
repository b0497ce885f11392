import { models, presets, sellers, sheetOf } from "../../data/catalog.ts";
import { compareByUse } from "../../domain/model/compare-by-use.ts";
import type { FinderData, ReportedMonths } from "./find-models.ts";
import { finderJson } from "./finder-json.ts";

interface FinderFiles {
  /** `/api/finder.json`: what every reader of the list needs. */
  readonly finder: FinderData;
  /** `/api/finder-reported.json`: what *include unconfirmed platforms* changes, for each workload in turn. */
  readonly reported: readonly (ReportedMonths | undefined)[];
}

/** Both, worked out once a build. */
export const finderFiles = (): FinderFiles => {
  files ??= split(
    finderJson(
      models.toSorted(compareByUse).map(({ id }) => sheetOf(id)),
      presets,
      sellers,
    ),
  );
  return files;
};

let files: FinderFiles | undefined;

function split(data: FinderData): FinderFiles {
  const workloads = data.workloads.map(({ reported: _, ...workload }) => workload);
  return { finder: { ...data, workloads }, reported: data.workloads.map(({ reported }) => reported) };
}
