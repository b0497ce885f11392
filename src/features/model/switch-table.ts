import type { NamedModel } from "../../data/ranking-data.ts";
import type { Need } from "../../domain/model/need.ts";
import type { RankingRow } from "../../domain/ranking/ranking.ts";
import { type ModelSwitch, modelSwitches, type SwitchRow } from "../../domain/ranking/switch-save.ts";
import { formatUsdRange } from "../../site/format.ts";
import * as paths from "../../site/paths.ts";
import { nameInSentence } from "../../site/words/month-meaning.ts";
import { formatElo, intervalText } from "../../site/words/quality-text.ts";
import type { Cell, Column } from "../../table/column.ts";
import { plainTable, type TableView } from "../../table/table-view.ts";

/** A model as a switch to it is described. */
export interface SwitchModel extends NamedModel {
  readonly needs: readonly Need[];
}

/** What a month saves on cheaper models that may be as good; null where there is none, or where the model itself is not ranked. */
export function switchTable(
  modelId: string,
  rows: readonly ShownRow[],
  workloadName: string,
  modelOf: (id: string) => SwitchModel,
): TableView | null {
  const ownRow = rows.find((row) => row.modelId === modelId);
  const choices = ownRow === undefined ? [] : modelSwitches(ownRow, rows);
  if (ownRow === undefined || choices.length === 0) return null;
  const caption = `Monthly cost of ${nameInSentence(workloadName)} with this model: ${monthText(ownRow)} at quality ${formatElo(ownRow.quality.value)}, 90 % interval ${intervalText(ownRow.quality)}.`;
  const { needs } = modelOf(modelId);
  const lines = choices.map((each) => ({ ...each, needs, model: modelOf(each.row.modelId) }));
  return plainTable({ label: "Cheaper models of similar quality", caption }, COLUMNS, lines);
}

type ShownRow = SwitchRow & Pick<RankingRow, "status">;

/** A cheaper model, with what the own one can. */
interface SwitchLine extends ModelSwitch<ShownRow> {
  readonly model: SwitchModel;
  readonly needs: readonly Need[];
}

const COLUMNS: readonly Column<SwitchLine>[] = [
  { id: "model", label: "Model", kind: "prose", cell: nameCell },
  { id: "saved", label: "Saves a month", kind: "money", isMain: true, cell: savedCell },
  {
    id: "month",
    label: "Monthly cost",
    kind: "money",
    cell: ({ row }) => ({ text: monthText(row), figure: row.landedUsdPerMonth }),
  },
  { id: "interval", label: "Quality interval", kind: "score", cell: ({ row }) => ({ text: intervalText(row.quality) }) },
];

function nameCell({ row, model, needs }: SwitchLine): Cell {
  const notes = [model.makerName, ...lacks(needs, model.needs), ...(row.status === "provisional" ? ["one source"] : [])];
  return { text: model.name, href: paths.model(row.modelId), notes };
}

function savedCell({ savedUsdPerMonth: { least, most } }: SwitchLine): Cell {
  return { text: formatUsdRange(least, most), figure: most };
}

const monthText = ({ leastUsd, landedUsdPerMonth }: SwitchRow): string => formatUsdRange(leastUsd.landed, landedUsdPerMonth);

const LACKS = [
  ["tools", "no tool calling"],
  ["vision", "no image input"],
] as const satisfies readonly (readonly [Need, string])[];

/** What the own model can and the other cannot. */
const lacks = (ownNeeds: readonly Need[], theirs: readonly Need[]): readonly string[] =>
  LACKS.flatMap(([need, words]) => (ownNeeds.includes(need) && !theirs.includes(need) ? [words] : []));
