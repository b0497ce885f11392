import type { Run } from "../../domain/source/run.ts";
import { absolute, paths } from "../../site/paths.ts";
import { type Column, proseColumn, textColumn } from "../../table/column.ts";
import { tableMarkdown } from "../../table/table-files.ts";
import { fileTable } from "../../table/table-view.ts";

/** What the published files are, how to read them, and what changed in them. `example` is a model that is there today. */
export function apiMarkdown({ asOf, sources }: Pick<Run, "asOf" | "sources">, example: string): string {
  return `# API

Every figure of the site is a file at a fixed address: JSON and CSV, without a key. They are static, so the host decides on CORS: GitHub Pages lets every page read them. Data as of ${asOf}, made anew every night.

## Files

${tableMarkdown(fileTable(FILES, filesOf(example)))}

Ids of models stand in addresses as they are; one that cannot be a file name on every system has another address, which \`models.json\` leads to.

## What the fields mean

${tableMarkdown(fileTable(FIELDS, FIELD_LINES))}

## Lines to copy

    curl -s ${absolute(paths.api.model(example))} | jq '.offers[] | select(.tier == "standard" and .evidence != "reported") | {platform, region, prices}'

    duckdb -c "select model, platform, input, output from read_csv('${absolute(paths.api.offersCsv())}') where model = '${example}' and tier = 'standard' and evidence <> 'reported'"

    python3 -c "import pandas as p; d = p.read_csv('${absolute(paths.api.offersCsv())}'); print(d[d.model == '${example}'][['platform', 'input', 'output', 'evidence']])"

## What we promise

An address or a field is never removed, renamed or changed in meaning or unit; fields and files may be added. \`schemaVersion\` in [index.json](${absolute(paths.api.index())}) rises when something is added that changes how older fields are best read. A test holds every published shape to this.

## Changes

- **2**, 28 November 2026. Each offer says how it is known: \`evidence\`, \`age\`, \`via\`, \`restsOn\`, \`confirmedBy\`, \`doubts\`, and \`billed\` where the platform bills in another currency. \`cheapest\` counts confirmed prices only; \`cheapestReported\` keeps the old meaning, \`lastConfirmed\` stands where nothing may win. \`list\` is the maker's own word, \`listAt\` says where it was seen. Rankings are by net cost: \`netCostUsd\`, \`p\`, \`winsWhileErrorCosts\`; the old order is \`valueRank\`. Sources gain \`readDaysBeforeAsOf\` and \`overBudget\`. Rows of a ranking kept over a month ago stand in one file a month, which the day's file names in \`rowsIn\`.
- **1**. The first.

## Licence and attribution

Prices are facts. Where you publish figures from here, this line says where they come from: *Prices: Token Parity (${absolute(paths.home())}), data as of ${asOf}, from the sources named there.* Each offer's \`source.url\` leads to its own. Licences of the sources:

${sources.map(({ name, licence }) => `- ${name}: ${licence}`).join("\n")}
`;
}

interface FileLine {
  readonly path: string;
  readonly what: string;
}

const filesOf = (example: string): readonly FileLine[] => [
  { path: paths.api.index(), what: "The day of the data, each source with its last good reading, counts" },
  { path: paths.api.models(), what: "Every model with its list price and its cheapest confirmed seller" },
  {
    path: paths.api.model(example),
    what: "One model: every offer with prices, conditions, difference to list, evidence and source",
  },
  { path: paths.api.offersCsv(), what: "Every offer and condition of every model, a row each" },
  { path: paths.api.history(example), what: "Every change of a model’s prices that was seen" },
  { path: paths.api.platforms(), what: "Every platform with fees, terms and how its prices can be checked" },
  { path: paths.api.changes(), what: "Price changes of 90 days and what platforms announced" },
  { path: paths.api.ranking("chat"), what: "Best value for a workload, with intervals; one for each workload, as CSV too" },
  { path: paths.api.claims(), what: "What articles say about prices, recomputed" },
];

const FILES: readonly Column<FileLine>[] = [
  { id: "file", label: "File", kind: "text", cell: ({ path }) => ({ text: path, file: { text: path, url: absolute(path) } }) },
  proseColumn("what", "What it holds", ({ what }) => what),
];

interface FieldLine {
  readonly name: string;
  readonly meaning: string;
}

const FIELD_LINES: readonly FieldLine[] = [
  {
    name: "prices.input, output, cacheRead, cacheWrite5m …",
    meaning: "Decimal text, US dollars per million tokens. null = unknown or not sold, “0” = free",
  },
  { name: "gaps", meaning: "Why a price is null: notSold, otherUnit or unknown" },
  {
    name: "conditions",
    meaning: "What the card becomes above a prompt length (promptTokensAbove, the whole request moves) or in UTC hours",
  },
  {
    name: "deltaBps",
    meaning: "Difference to the reference in basis points; reference says whether that is the list price or the median host",
  },
  { name: "evidence", meaning: "own, mirror, transcribed, corroborated or reported: how the price is known" },
  { name: "age", meaning: "fresh, aging or expired by the budget of days of its source" },
  { name: "doubts", meaning: "What speaks against the price; such an offer never wins" },
  { name: "status", meaning: "current, held or retired; heldBecause says why and since when" },
  { name: "source.readAt", meaning: "When the figure was read, UTC" },
  {
    name: "landedUsdPerMonth",
    meaning:
      "A month of the preset chat, credit purchase fee included where it is known; …Upper = with an unknown fee at its most",
  },
];

const FIELDS: readonly Column<FieldLine>[] = [
  textColumn("field", "Field", ({ name }) => name),
  proseColumn("meaning", "Meaning", ({ meaning }) => meaning),
];
