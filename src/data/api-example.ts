import { compareByUse } from "../domain/model/compare-by-use.ts";
import { models, run } from "./catalog.ts";
import { priceMonths } from "./past-prices.ts";

/** What the lines to copy of `/api/` are about: the model that is used most, and the last month that is over. */
export const apiExample = () => ({
  modelId: models.toSorted(compareByUse)[0]?.id ?? "",
  month: priceMonths().findLast(({ isOver }) => isOver)?.month ?? run.asOf.slice(0, 7),
});
