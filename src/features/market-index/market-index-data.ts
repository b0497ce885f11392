import { qualityOf, run } from "../../data/catalog.ts";
import { changeNames } from "../../data/change-record.ts";
import { history } from "../../data/history.ts";
import { rankingDataFor } from "../../data/rankings.ts";
import { type MarketIndexView, marketIndexView } from "./market-index-view.ts";

let view: MarketIndexView | null = null;

/** The market index over the site's own history, worked out once a build; null where no tier ever had enough models. */
export function marketIndexOfSite(): MarketIndexView | null {
  view ??= marketIndexView(
    {
      changes: history().allChanges,
      isList: changeNames.isList,
      qualityOf: (model) => qualityOf(model)?.value ?? null,
      marks: rankingDataFor("", []).marks,
    },
    run.asOf,
  );
  return view;
}
