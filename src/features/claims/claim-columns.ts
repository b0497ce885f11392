import type { Column } from "../../table/column.ts";
import { type TableView, tableView } from "../../table/table-view.ts";
import type { ClaimLine, InputLine } from "./claim-line.ts";

/** The numbers behind a claim in their three states, then what other readings of its words would give. */
export function claimTable({ claim, inputs, alternatives }: ToldNumbers, asOf: string): TableView {
  const groups = [
    { title: null, rows: inputs },
    { title: "Other readings of the same words", rows: alternatives.map(otherReading) },
  ];
  const caption = "Prices in dollars per million tokens. – = the article gives none, or nothing is known.";
  return tableView(
    { label: `Numbers behind: ${claim.said}`, caption },
    columns(asOf),
    groups.filter(({ rows }) => rows.length > 0),
  );
}

/** What is shown of a claim's numbers. */
interface ToldNumbers extends Pick<ClaimLine, "inputs" | "alternatives"> {
  readonly claim: Pick<ClaimLine["claim"], "said">;
}

/** The other readings alone, for files. */
export const alternativesTable = ({ alternatives }: Pick<ClaimLine, "alternatives">): TableView =>
  tableView({ label: "Other readings", caption: "" }, columns("Today"), [{ title: null, rows: alternatives.map(otherReading) }]);

const columns = (asOf: string): readonly Column<InputLine>[] => [
  {
    id: "number",
    label: "Number",
    fileLabel: "Another reading",
    kind: "text",
    cell: ({ name, path }) => ({ text: name, ...(path === null ? {} : { href: path }) }),
  },
  { id: "said", label: "As said", kind: "score", cell: ({ said }) => ({ text: said }) },
  { id: "then", label: "On its day", kind: "score", only: "page", cell: ({ atTheTime }) => ({ text: atTheTime }) },
  { id: "today", label: asOf, kind: "score", cell: ({ today }) => ({ text: today }) },
];

/** Nothing was kept of its day. */
const otherReading = ({ label, said, today }: ClaimLine["alternatives"][number]): InputLine => ({
  name: label,
  said,
  atTheTime: "–",
  today,
  path: null,
});
