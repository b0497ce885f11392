import { defaultPreset, modelOf } from "../../data/catalog.ts";
import { needsOf, rankingOf } from "../../data/market.ts";
import type { FigureTable } from "../../table/figure-table.ts";
import { switchTable } from "./switch-table.ts";

/** "Switch and save" of a model's page, for the workload pages show first. */
export const switchTableOf = (modelId: string): FigureTable | null =>
  switchTable(modelId, rankingOf(defaultPreset).rows, defaultPreset.name, (id) => ({ ...modelOf(id), needs: needsOf(id) }));
