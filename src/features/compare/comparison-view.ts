import { escapeMarkdown } from "../../site/markdown.ts";
import { absolute } from "../../site/paths.ts";
import { tableMarkdown } from "../../table/table-files.ts";
import type { TableView } from "../../table/table-view.ts";

/** One part of a comparison: a heading, a line, a table. */
export interface ComparisonSection {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly table: TableView;
}

/** A comparison ready to be drawn: by a page at build time, by a script in the browser, in Markdown. */
export interface ComparisonView {
  readonly title: string;
  readonly answer: string;
  /** What cannot be compared, and why. */
  readonly notes: readonly string[];
  readonly sections: readonly ComparisonSection[];
}

/** The whole comparison in Markdown, without its first heading. */
export function comparisonMarkdown({ answer, notes, sections }: ComparisonView): string {
  const [first, ...others] = sections.map(sectionMarkdown);
  const noteList = notes.map((note) => `- ${escapeMarkdown(note)}`).join("\n");
  return [escapeMarkdown(answer), first ?? "", noteList, ...others].filter((part) => part !== "").join("\n\n");
}

/** One part of it. */
export const sectionMarkdown = ({ title, text, table }: ComparisonSection): string =>
  `## ${escapeMarkdown(title)}\n\n${escapeMarkdown(text)}\n\n${tableMarkdown(table)}`;

/** schema.org: a page about the things it compares. */
export function comparisonJsonLd({ title, answer }: ComparisonView, path: string, names: readonly string[]): unknown {
  const about = names.map((name) => ({ "@type": "Organization", name }));
  return { "@context": "https://schema.org", "@type": "WebPage", name: title, description: answer, url: absolute(path), about };
}
