import { expect, test } from "vitest";
import { haystackOf } from "../../domain/text/word-search.ts";
import { tableMarkdown, tableObjects, tableRecords } from "../../table/table-files.ts";
import type { FinderData } from "./find-models.ts";
import { finderUrl } from "./finder-state.ts";
import { shownTable } from "./shown-table.ts";

const data: FinderData = {
  ids: ["acme/nano", "acme/riddle"],
  platforms: ["acme"],
  policies: [0],
  soldOn: [[0], []],
  capabilities: [0, 0],
  inputs: [1, 1],
  outputs: [1, 1],
  openWeights: [1, null],
  contextTokens: [400_000, null],
  releasedDay: [1, null],
  listInput: [2_500_000, null],
  listOutput: [10_000_000, 0],
  lowestInput: [250_000, null],
  evidence: [0, null],
  quality: [1_400, null],
  sellers: ["Acme"],
  workloads: [{ id: "chat", meaning: "", months: [[10], -2], cheapest: [0, null] }],
};
const rows = ["Nano", "Riddle"].map((name, at) => ({ at, name, haystack: haystackOf([name]) }));
const url = finderUrl({ makers: ["acme"], platforms: ["acme"], presets: ["chat"] });
const tableOf = (search: string) => shownTable(rows, data, url.read(search));

test("a file has the chosen columns of the rows, figures as numbers and what is unknown as nothing", () => {
  expect(tableObjects(tableOf("?columns=list,month,seller,released,quality,lowest-input"))).toEqual([
    {
      ...{ model: "Nano", id: "acme/nano", maker: "acme", listInput: 2.5, listOutput: 10, month: 10, monthAtMost: 10.55 },
      ...{ seller: "Acme", released: "1970-01-02", quality: 1_400, lowestInput: 0.25 },
    },
    {
      ...{ model: "Riddle", id: "acme/riddle", maker: "acme", listInput: null, listOutput: 0, month: "other unit" },
      ...{ monthAtMost: "other unit", seller: null, released: null, quality: null, lowestInput: null },
    },
  ]);
});

test("CSV and Markdown say the same", () => {
  const view = tableOf("?columns=context,ladder,platforms");
  expect(tableRecords(view)).toEqual([
    ["Model", "Id", "Maker", "Platforms", "Context, tokens", "Notes"],
    ["Nano", "acme/nano", "acme", 1, 400_000, ""],
    ["Riddle", "acme/riddle", "acme", 0, "", ""],
  ]);
  expect(tableMarkdown(view)).toContain("| Nano | acme/nano | acme | 1 | 400,000 |");
});
