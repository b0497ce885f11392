import { describe, expect, test } from "vitest";
import { columnName, markdownTables } from "./markdown-tables.ts";

const firstCell = (cell: string) => markdownTables(`| a |\n| - |\n| ${cell} |\n`)[0]?.rows[0]?.get("a");

describe("a table of a Markdown page", () => {
  test("knows its headings and the lines since the table before, above the heading too", () => {
    const page =
      "# Prices\n\nBatch\n\n## Text\n\n| a |\n| - |\n| 1 |\n\nFast\n\n| b |\n| - |\n| 2 |\n\n# Other\n\n| c |\n| - |\n| 3 |\n";
    expect(markdownTables(page).map(({ headings, paragraphs, columns }) => [headings, paragraphs, columns])).toEqual([
      [["Prices", "Text"], ["Batch"], ["a"]],
      [["Prices", "Text"], ["Fast"], ["b"]],
      [["Other"], [], ["c"]],
    ]);
  });

  test("is found inside components, indented and without blank lines", () => {
    const page = '<Tabs>\n  <Tab title="Text">\n    | a | b |\n    | - | - |\n    | 1 | 2 |\n  </Tab>\n</Tabs>\n';
    expect(markdownTables(page)[0]?.rows[0]?.get("b")?.text).toBe("2");
  });

  test.each([
    ["**bold** and `code`", "bold and code"],
    ["\\$1.4", "$1.4"],
    ["$0.50<sup>1</sup> / MTok", "$0.50 / MTok"],
    ["~~$5~~ $4", "$4"],
    ["one<br />two", "one two"],
    ["![logo](logo.png)Acme", "Acme"],
    ["[deprecated](/old)", "deprecated"],
    ["acme (<272K context)", "acme (<272K context)"],
  ])("prints the cell %j as %j", (cell, text) => {
    expect(firstCell(cell)?.text).toBe(text);
  });

  test("keeps where a cell's links lead, inside each other too", () => {
    expect(firstCell("[![logo](logo.png) Nano](/models/nano) and **[more](/more)**")?.links).toEqual(["/models/nano", "/more"]);
  });

  test.each([
    ["Cache Hits & Refreshes", "cache hits and refreshes"],
    ["Input / 1M tokens", "input"],
    ["  Base  input tokens ", "base input tokens"],
  ])("calls the column %j %j", (heading, name) => {
    expect(columnName(heading)).toBe(name);
  });
});
