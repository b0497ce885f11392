import { WORDS } from "../../../site/format.ts";
import * as paths from "../../../site/paths.ts";
import { GRADE_RULE } from "../../../site/platform/grade-rule.ts";
import { type Cell, type Column, type Piece, textColumn } from "../../../table/column.ts";
import { plainTable } from "../../../table/table-view.ts";
import type { ComparisonSection } from "../comparison-view.ts";
import type { ComparedAnswer, ComparedPlatform } from "./compared-platform.ts";

/** The facts a buyer compares, by their labels on a platform's page, in this order. */
export const COMPARED_FACTS: readonly string[] = [
  "Kind",
  "Credit purchase fee",
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
  "Data residency",
  "Not included",
];

/** Who the platforms are, a question a row; each answer with the day it was read. */
export function companySection(platforms: readonly ComparedPlatform[]): ComparisonSection {
  const labels = platforms[0]?.who.map(({ label }) => label) ?? [];
  const lines: readonly FactLine[] = labels.map((label, at) => ({ label, cells: platforms.map(({ who }) => whoCell(who[at])) }));
  return {
    id: "who",
    title: "Who is this?",
    text: "As far as their documents, or people who read them, say. Under each answer where it was read, and when.",
    table: plainTable(
      { label: "Who is this?", caption: `Not known = nobody we read says. Price grade: ${GRADE_RULE}` },
      [textColumn<FactLine>("question", "Question", ({ label }) => label), ...platforms.map(platformColumn)],
      lines,
    ),
  };
}

function whoCell(answer: ComparedAnswer | undefined): Cell {
  if (answer === undefined) return { text: WORDS.unknown, side: "none" };
  const { text, source } = answer;
  if (source === null) return { text, side: "none" };
  const host = new URL(source.url).hostname.replace(/^www\./, "");
  const line: Piece = {
    kind: "line",
    pieces: [
      { kind: "link", text: host, href: source.url },
      { kind: "note", text: source.day },
    ],
  };
  return { text, pieces: [line], file: `${text} (${host}, ${source.day})` };
}

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
    text: "What holds on the day of the data. Unknown = nobody we read says. Not included = other prices than the listed ones; if you have such terms, the calculator takes them as your own discount: a share off every token price of that platform, before its fees.",
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
