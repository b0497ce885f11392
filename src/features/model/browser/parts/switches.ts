import type { RankingInputJson } from "../../../../data/json/ranking-input-json.ts";
import { createElement } from "../../../../site/browser/create-element.ts";
import { loadJson } from "../../../../site/browser/load-json.ts";
import { notLoaded } from "../../../../site/browser/not-loaded.ts";
import { painted } from "../../../../site/browser/paint/painted.ts";
import * as paths from "../../../../site/paths.ts";
import { drawTable } from "../../../../table/browser/draw-table.ts";
import type { TableView } from "../../../../table/table-view.ts";
import { filterWords } from "../../offers/filter-words.ts";
import { hasOwnNumbers, type OffersState } from "../../offers-state.ts";
import { memoizedByKey } from "./memoized-by-key.ts";
import type { OfferData } from "./offer-data.ts";
import type { switchView } from "./switch-view.ts";

interface Loaded {
  readonly switchView: typeof switchView;
  readonly json: RankingInputJson;
}

/**
 * Keeps "Switch and save" by the chosen workload. All models' prices, and what ranks them, load when a reader first leaves the usual one; they are
 * ranked once the offers are painted, and not again for a workload that was ranked recently.
 */
export function switchShower(data: OfferData, defaults: OffersState): (state: OffersState) => void {
  const table = document.querySelector("#switch-table");
  let loaded: Promise<Loaded | null> | null = null;
  const views = memoizedByKey<TableView>();
  let shown = keyOf(defaults);

  async function draw(state: OffersState, key: string, place: HTMLTableElement): Promise<void> {
    loaded ??= load().catch(() => null);
    const found = await loaded;
    await painted();
    if (shown !== key) return;
    // Better none than those of another workload.
    if (found === null) place.replaceChildren(createElement("caption", {}, notLoaded("These models")));
    else
      drawTable(
        place,
        views(key, () => found.switchView(found.json, state, data)),
      );
  }
  return (state) => {
    sayFilters(state);
    const next = keyOf(state);
    if (!(table instanceof HTMLTableElement) || next === shown) return;
    shown = next;
    void draw(state, next, table);
  };
}

/** The filters are of this model's offers: the comparison says that it is without them. */
function sayFilters({ view }: OffersState): void {
  const place = document.querySelector("#switch + p");
  if (place === null) return;
  const note = place.querySelector("span") ?? place.appendChild(createElement("span", {}));
  note.textContent = filterWords(view) === "" ? "" : " · compared at all sellers, without the filters above";
}

/** What a ranking is for: the same is ranked once. */
const keyOf = (state: OffersState): string =>
  JSON.stringify([state.preset.id, state.terms.unconfirmed, ...(hasOwnNumbers(state) ? [state.workload, state.terms] : [])]);

async function load(): Promise<Loaded> {
  const [{ switchView }, json] = await Promise.all([
    import("./switch-view.ts"),
    loadJson<RankingInputJson>(paths.rankingInput()),
  ]);
  return { switchView, json };
}
