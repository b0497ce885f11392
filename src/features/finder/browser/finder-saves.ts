import { listenToShare, type Shareable } from "../../../table/browser/share.ts";
import type { FinderState } from "../finder-state.ts";
import { shownTable } from "../shown-table.ts";
import type { ModelView } from "./parts/model-view.ts";

/** What finder.ts hands over at the first press of a button that copies or saves: by then the list stands. */
export interface Saved extends Pick<Shareable, "settle"> {
  readonly place: HTMLElement;
  readonly view: ModelView;
  readonly state: () => FinderState;
}

/** Copies and saves what a list of models shows. */
export function listenToSaves({ place, view, state, settle }: Saved): void {
  const table = () => shownTable(view.shown().rows, view.shown().data, state());
  listenToShare(place, { settle, view: table, csvName: "token-parity-models.csv" });
}
