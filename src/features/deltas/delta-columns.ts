import { models, platformOf, sheetOf } from "../../data/catalog.ts";
import { compareByUse } from "../../domain/model/compare-by-use.ts";
import { deltaMatrix, mainPlatforms } from "../../domain/reference/delta-matrix.ts";
import { mostModelsFirst } from "./delta-page.ts";

/** Platforms shown side by side: as many as a wide screen holds. */
const COLUMNS = 14;

const sheets = models.toSorted(compareByUse).map(({ id }) => sheetOf(id));

export const deltaColumns = mainPlatforms(sheets, (id) => mostModelsFirst(platformOf(id)), COLUMNS);
export const deltaRows = deltaMatrix(sheets, deltaColumns);
