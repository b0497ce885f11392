import type { RankingInputJson } from "../../../../data/json/ranking-input-json.ts";
import { loadJson } from "../../../../site/browser/load-json.ts";
import { paths } from "../../../../site/paths.ts";
import { isOwn, type OffersState } from "../../offers-state.ts";
import type { OfferData } from "./offer-data.ts";
import type { drawSwitches } from "./switch-drawing.ts";

interface Loaded {
  readonly drawSwitches: typeof drawSwitches;
  readonly json: RankingInputJson;
}

/** Keeps "Switch and save" by the chosen workload. All models' prices, and what ranks them, load when a reader first leaves the usual one. */
export function switchShower(data: OfferData): (state: OffersState) => void {
  const table = document.querySelector("#switch-table");
  let loaded: Promise<Loaded | null> | null = null;
  let wanted: OffersState | null = null;
  let shown = JSON.stringify(data.sellersJson.presets[0]?.id);

  async function draw(state: OffersState, place: HTMLTableElement): Promise<void> {
    loaded ??= load().catch(() => null);
    const found = await loaded;
    if (found !== null && wanted === state) found.drawSwitches(place, found.json, state, data);
  }
  return (state) => {
    wanted = state;
    const next = isOwn(state) ? JSON.stringify([state.workload, state.terms]) : JSON.stringify(state.preset.id);
    if (!(table instanceof HTMLTableElement) || next === shown) return;
    shown = next;
    void draw(state, table);
  };
}

async function load(): Promise<Loaded> {
  const [{ drawSwitches }, json] = await Promise.all([
    import("./switch-drawing.ts"),
    loadJson<RankingInputJson>(paths.rankingInput()),
  ]);
  return { drawSwitches, json };
}
