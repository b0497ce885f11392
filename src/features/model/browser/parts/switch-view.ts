import { modelsOf, type RankingInputJson, readRankingInput } from "../../../../data/json/ranking-input-json.ts";
import { netCostRanking } from "../../../../domain/ranking/ranking-input.ts";
import { nameInSentence } from "../../../../site/words/month-meaning.ts";
import type { TableView } from "../../../../table/table-view.ts";
import { hasOwnNumbers, type OffersState } from "../../offers-state.ts";
import { switchTable } from "../../switch-table.ts";
import { type OfferData, optionsOf } from "./offer-data.ts";

/** Ranks all models for the workload of a state: the cheaper ones that may be as good as this. */
export function switchView(json: RankingInputJson, state: OffersState, { modelId, sellersJson }: OfferData): TableView {
  const data = readRankingInput(json, { workloadId: state.preset.id, needs: [] }, sellersJson);
  const models = new Map(modelsOf(json).map((model) => [model.id, model]));
  const { rows } = netCostRanking(data.input, state.workload, optionsOf(state.terms), state.preset.worseAnswer.usd);
  const name = hasOwnNumbers(state) ? "your own workload" : state.preset.name;
  const view = switchTable(modelId, rows, name, (id) => ({ ...data.modelOf(id), needs: models.get(id)?.needs ?? [] }));
  return view ?? { ...NONE, caption: `For ${nameInSentence(name)} no model is cheaper and may be as good.` };
}

const NONE = { label: "Cheaper models of similar quality", columns: [], groups: [] };
