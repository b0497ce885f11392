import { type RankingInputJson, readRankingInput } from "../../../../data/json/ranking-input-json.ts";
import { netCostRanking } from "../../../../domain/ranking/ranking-input.ts";
import { loadJson } from "../../../../site/browser/load-json.ts";
import { paths } from "../../../../site/paths.ts";
import { workloadInText } from "../../../../site/words/month-meaning.ts";
import { drawTable } from "../../../../table/browser/draw-table.ts";
import { isOwn, type OffersState } from "../../offers-state.ts";
import { switchTable } from "../../switch-table.ts";
import { type OfferData, optionsOf } from "./offer-data.ts";

/** Keeps "Switch and save" by the chosen workload. All models' prices load when a reader first leaves the usual one. */
export function switchShower({ modelId, sellers, names, presets }: OfferData): (state: OffersState) => void {
  const table = document.querySelector("#switch-table");
  let file: Promise<RankingInputJson> | null = null;
  let wanted: OffersState | null = null;
  let shown = JSON.stringify(presets[0]?.id);

  async function draw(state: OffersState, place: HTMLTableElement): Promise<void> {
    file ??= loadJson<RankingInputJson>(paths.rankingInput());
    const json = await file.catch(() => null);
    if (json === null || wanted !== state) return;
    const data = readRankingInput(json, { workloadId: state.preset.id, needs: [] }, sellers, names);
    const models = new Map(json.models.map((model) => [model.id, model]));
    const { rows } = netCostRanking(data.input, state.workload, optionsOf(state.terms), state.preset.worseAnswer.usd);
    const name = isOwn(state) ? "your own workload" : state.preset.name;
    const view = switchTable(modelId, rows, name, (id) => ({ ...data.modelOf(id), needs: models.get(id)?.needs ?? [] }));
    drawTable(place, view ?? { ...NONE, caption: `For ${workloadInText(name)} no model is cheaper and may be as good.` });
  }
  return (state) => {
    wanted = state;
    const next = isOwn(state) ? JSON.stringify([state.workload, state.terms]) : JSON.stringify(state.preset.id);
    if (!(table instanceof HTMLTableElement) || next === shown) return;
    shown = next;
    void draw(state, table);
  };
}

const NONE = { label: "Cheaper models of similar quality", columns: [], groups: [] };
