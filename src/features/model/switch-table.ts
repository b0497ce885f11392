import type { NamedModel } from "../../data/market-data.ts";
import type { Need } from "../../domain/model/need.ts";
import type { RankingRow } from "../../domain/ranking/ranking.ts";
import { type Switch, switches } from "../../domain/ranking/switch-save.ts";
import { formatUsd } from "../../site/format.ts";
import { paths } from "../../site/paths.ts";
import { elo, intervalText } from "../../site/words/quality-text.ts";
import type { FigureTable } from "../../table/figure-table.ts";

/** A model as a switch to it is told. */
export interface SwitchModel extends NamedModel {
  readonly needs: readonly Need[];
}

/** What a month saves on cheaper models that may be as good; null where there is none, or where the model itself is not ranked. */
export function switchTable(
  modelId: string,
  rows: readonly RankingRow[],
  workloadName: string,
  modelOf: (id: string) => SwitchModel,
): FigureTable | null {
  const own = rows.find((row) => row.modelId === modelId);
  const found = own === undefined ? [] : switches(own, rows);
  if (own === undefined || found.length === 0) return null;
  const { needs } = modelOf(modelId);
  const line = ({ row, savedUsdPerMonth }: Switch<RankingRow>) => {
    const { name, makerName, needs: theirs } = modelOf(row.modelId);
    const notes = [makerName, ...lacks(needs, theirs), ...(row.status === "provisional" ? ["provisional"] : [])];
    return {
      head: { text: name, href: paths.model(row.modelId), notes },
      cells: [
        { text: formatUsd(savedUsdPerMonth), figure: savedUsdPerMonth },
        { text: formatUsd(row.landedUsdPerMonth), figure: row.landedUsdPerMonth },
        { text: intervalText(row.quality) },
      ],
    };
  };
  return {
    label: "Switch and save",
    caption: `A month of ${workloadName.toLowerCase()} here: ${formatUsd(own.landedUsdPerMonth)} at quality ${elo(own.quality.value)}, 90 % interval ${intervalText(own.quality)}.`,
    columns: COLUMNS,
    groups: [{ title: null, rows: found.map(line) }],
  };
}

const COLUMNS = [
  { label: "Model", isNumber: false },
  { label: "Saves a month", isNumber: true, isMain: true },
  { label: "Month", isNumber: true },
  { label: "Quality interval", isNumber: true },
] as const;

const LACKS = [
  ["tools", "no tool calls"],
  ["vision", "no pictures"],
] as const satisfies readonly (readonly [Need, string])[];

/** What the own model can and the other cannot. */
const lacks = (own: readonly Need[], theirs: readonly Need[]): readonly string[] =>
  LACKS.flatMap(([need, words]) => (own.includes(need) && !theirs.includes(need) ? [words] : []));
