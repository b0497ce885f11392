import { WORDS } from "../../site/format.ts";
import { paths } from "../../site/paths.ts";
import { type Cell, type Column, textColumn } from "../../table/column.ts";
import { plainTable } from "../../table/table-view.ts";
import type { ComparedPlatform } from "./compared-platform.ts";
import type { ComparisonSection } from "./comparison-view.ts";

/** The facts a buyer compares, by their labels on a platform's page, in this order. */
export const COMPARED_FACTS: readonly string[] = [
  "Kind",
  "Run by",
  "Country",
  "Billed in",
  "On OpenRouter’s provider list",
  "Named by makers",
  "In catalogues since",
  "Top-up fee",
  "Smallest top-up",
  "Bonus",
  "Markup on tokens",
  "Plan needed",
  "Your own key",
  "Stated discount",
  "API",
  "Own keys",
  "Free tier",
  "Failover",
  "One bill",
  "Batch",
  "Prompt cache",
  "Failed requests",
  "Credit expires",
  "Data policy",
  "Data residency",
  "Certificates it names",
  "SOC 2",
  "ISO 27001",
  "HIPAA",
  "FedRAMP",
  "Prices can be checked",
];

/** Fees and terms of two platforms or more, a fact a row; what nobody says is said to be unknown. */
export function factSection(platforms: readonly ComparedPlatform[]): ComparisonSection {
  const facts = platforms.map((platform) => new Map(platform.facts));
  const labels = COMPARED_FACTS.filter((label) => facts.some((modelFacts) => modelFacts.has(label)));
  const lines: readonly FactLine[] = [
    ...labels.map((label) => ({ label, cells: facts.map((modelFacts) => factCell(modelFacts.get(label))) })),
    { label: "Sources", cells: platforms.map(sourceCell) },
  ];
  return {
    id: "facts",
    title: "Fees and terms side by side",
    text: "What holds on the day of the data. Unknown = nobody we read says.",
    table: plainTable(
      {
        label: "Fees and terms",
        caption: "Each platform’s own page has the sources of its facts and their days, other versions too.",
      },
      [textColumn<FactLine>("fact", "Fact", ({ label }) => label), ...platforms.map(platformColumn)],
      lines,
    ),
  };
}

interface FactLine {
  readonly label: string;
  /** One for every platform. */
  readonly cells: readonly Cell[];
}

const platformColumn = ({ id, name }: ComparedPlatform, at: number): Column<FactLine> => ({
  id,
  label: name,
  kind: "prose",
  cell: ({ cells }) => cells[at] ?? { text: "" },
});

const factCell = (text: string | undefined): Cell => (text === undefined ? { text: WORDS.unknown, side: "none" } : { text });

const sourceCell = ({ id, name }: ComparedPlatform): Cell => ({ text: name, href: `${paths.platform(id)}#facts` });
