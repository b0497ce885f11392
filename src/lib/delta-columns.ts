import { deltaMatrix, mainPlatforms } from "../domain/delta-matrix.ts";
import { models, platformOf, sheetOf } from "./catalog.ts";
import { mostModelsFirst } from "./delta-page.ts";
import { compareByUse } from "./model-list.ts";

/** Platforms shown side by side: as many as a wide screen holds. */
const COLUMNS = 14;

const sheets = models.toSorted(compareByUse).map(({ id }) => sheetOf(id));

export const deltaColumns = mainPlatforms(sheets, (id) => mostModelsFirst(platformOf(id)), COLUMNS);
export const deltaRows = deltaMatrix(sheets, deltaColumns);
