import { models, platforms, presets, qualityOf, rankedOf, run, sellers, sheetOf } from "../../data/catalog.ts";
import { compareByUse } from "../../domain/model/compare-by-use.ts";
import type { Model } from "../../domain/model/model.ts";
import { valueOn } from "../../domain/money/fact.ts";
import { DATA_PROMISES, dataPromise } from "../../domain/ranking/filter/data-promise.ts";
import type { FinderFile, ReportedMonths } from "./find-models.ts";
import { finderJson } from "./finder-json.ts";
import { finderPlacesJson } from "./finder-places-json.ts";
import type { FinderPlaces } from "./matching-offers.ts";
import { sheetRanks } from "./sheet-ranks.ts";

interface FinderFiles {
  /** `/api/finder.json`: what every reader of the list needs. */
  readonly finder: FinderFile;
  /** `/api/finder-reported.json`: what *include unconfirmed platforms* changes, for each workload in turn. */
  readonly reported: readonly (ReportedMonths | undefined)[];
  /** `/api/finder-places.json`: what is asked for by region, data policy and context. */
  readonly places: FinderPlaces;
}

/** All of them, worked out once a build. */
export const finderFiles = (): FinderFiles => {
  files ??= allFiles();
  return files;
};

let files: FinderFiles | undefined;

function allFiles(): FinderFiles {
  const sheets = models.toSorted(compareByUse).map(({ id }) => sheetOf(id));
  const rounded = (id: string) => {
    const value = qualityOf(id)?.value;
    return value == null ? null : Math.round(value);
  };
  const catalogue = { sheets, presets, sellers };
  const ranked = sheetRanks(sellers, rankedOf);
  const data = finderJson(catalogue, { qualityOf: rounded, policyOf }, ranked);
  const { ids: _, ...columns } = data;
  const workloads = data.workloads.map(({ reported: __, ...workload }) => workload);
  return {
    finder: { ...columns, workloads },
    reported: data.workloads.map(({ reported }) => reported),
    places: finderPlacesJson(catalogue, data, ranked),
  };
}

function policyOf(platformId: string): number {
  const platform = platforms.find(({ id }) => id === platformId);
  return DATA_PROMISES.indexOf(dataPromise(valueOn(platform?.dataPolicy, run.asOf)));
}

/** The places of these models in the files, in the order they are listed. */
export function placesByUse(listed: readonly Model[]): readonly number[] {
  const places = new Map(models.toSorted(compareByUse).map(({ id }, at) => [id, at]));
  return listed.toSorted(compareByUse).map(({ id }) => places.get(id) ?? -1);
}
