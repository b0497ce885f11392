import { bestData } from "./best-data.ts";
import { qualityOf, run } from "./catalog.ts";
import { history } from "./history.ts";
import { type MarketIndexView, marketIndexView } from "./market-index-view.ts";
import { namer } from "./moves.ts";

let view: MarketIndexView | null = null;

/** The market index over the site's own history, worked out once a build; null where no tier ever had enough models. */
export function marketIndexOfSite(): MarketIndexView | null {
  view ??= marketIndexView(
    {
      changes: history().allChanges,
      isList: namer.isList,
      qualityOf: (model) => qualityOf(model)?.value ?? null,
      marks: bestData("all").marks,
    },
    run.asOf,
  );
  return view;
}
