import { run, sheetOf } from "../../../data/catalog.ts";
import { history } from "../../../data/history.ts";
import { compareByUse } from "../../../domain/model/compare-by-use.ts";
import type { Model } from "../../../domain/model/model.ts";
import { type LaunchLine, launchLine } from "./launch-to-now.ts";

/** A maker's models from their first known price to the present one, the most used first. */
export const makerLaunches = (models: readonly Model[]): readonly LaunchLine[] =>
  models.toSorted(compareByUse).flatMap(({ id }) => launchLine(sheetOf(id), history().changesOf(id), run.asOf) ?? []);
