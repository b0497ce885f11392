import { makerOfId } from "../../domain/model/maker-of-id.ts";
import type { Run } from "../../domain/source/run.ts";
import { formatDay } from "../../site/format.ts";
import * as paths from "../../site/paths.ts";
import { type Column, proseColumn, textColumn } from "../../table/column.ts";
import { tableMarkdown } from "../../table/table-files.ts";
import { fileTable } from "../../table/table-view.ts";
import { type ApiExample, bulkLines, excelLine, linesToCopy, oneFeedLine, pastPriceLine } from "./api-lines.ts";
import { shapesMarkdown } from "./api-shapes.ts";

/** What the published files are, how to read them, and what changed in them. */
export function apiMarkdown(
  { asOf, sources }: Pick<Run, "asOf" | "sources">,
  { modelId, month, firstMonth }: ApiExample,
): string {
  return `# API

Every figure of the site is a file at a fixed address: JSON and CSV, without a key. Data as of ${formatDay(asOf)}.

## Files

${tableMarkdown(fileTable(FILES, filesOf({ modelId, month })))}

The files are static and made anew every night. The host decides on CORS: GitHub Pages lets every page read them. Ids of models stand in addresses as they are; one that cannot be a file name on every system has another address, which \`models.json\` leads to.

[openapi.json](${paths.absolute(paths.api.openapi())}) describes every JSON file: OpenAPI 3.1, with JSON Schemas made from the very schemas the files are written by.

## What the fields mean

${tableMarkdown(fileTable(FIELDS, FIELD_LINES))}

## Lines to copy

${linesToCopy({ modelId })}

In Excel: *Data*, *Get Data*, *Blank Query*, and this as its formula:

${excelLine()}

## In the shape your tool reads

The same prices in other tools’ files, keys and units as theirs, tiers, cache and batch included where the shape has them. Only confirmed prices; what one catalogue alone says stands in a file beside each, \`<name>-reported.json\`. \`source\`, \`observed_at\` and \`confirmed\` say where and when a row was read, where the shape has room. They hold what sellers state: what our months assume of long prompts and peak hours, \`assumedTiers\` and \`assumedWindows\`, is not in them.

${shapesMarkdown()}

A tool that fetches LiteLLM’s map takes ours by its address:

    LITELLM_MODEL_COST_MAP_URL=${paths.absolute(paths.api.compat("litellm"))} litellm --config config.yaml

## A price on a past date

One request prices a bill: a month’s file has every confirmed list price and every price at OpenRouter with the days it stood, both included. It is packed, and there for every month from ${firstMonth} on. What 3 million input and 400,000 output tokens cost at list on the 15th:

${pastPriceLine({ modelId, month })}

\`complete: true\` = the month is over and its file stays as it is, whatever is read later. A list price that one catalogue alone gave stands apart, under \`reported\`. A reading nobody repeated for 60 days says nothing any more: such days are in no row. The page of a model answers the same question: \`${paths.model(modelId)}?on=${month}-15\`.

## On the command line, in CI and for agents

\`token-parity\` reads these files, keeps them with their ETag and answers offline too. It needs Node 22 and has no dependencies.

    npx token-parity price ${modelId} --on ${month}-15
    npx token-parity cost --usage usage.json
    npx token-parity check prices.json --max-drift 2% --markdown
    npx token-parity mcp

\`check\` holds LiteLLM’s map, or a plain \`{ model: { input, output } }\`, against the confirmed prices and ends with 1 where one is further off; \`mcp\` serves agents with \`find_models\`, \`price_on\`, \`cheapest\` and \`compare\`. An unknown model ends with 2, an unknown price with 3.

## Follow prices

Every model, maker and platform has an Atom feed. [feeds.opml](${paths.absolute(paths.feed.opml())}) lists those of makers and platforms for a feed reader, ${paths.absolute(paths.feed.opml(makerOfId(modelId)))} those of one maker’s models. A maker’s own feed tells of all its models; several makers in one feed:

${oneFeedLine({ modelId })}

A badge in a README, in Shields’ own style: \`https://img.shields.io/endpoint?url=${paths.absolute(paths.shieldsBadge(modelId))}\`.

## When you outgrow us

Whole tables, as Parquet with typed columns (prices are exact decimals, DECIMAL(18,6)) and as CSV; [index.json](${paths.absolute(paths.api.index())}) says how many rows and bytes each has.

- Every offer: [offers.parquet](${paths.absolute(paths.api.bulk("offers.parquet"))}), [offers.csv](${paths.absolute(paths.api.offersCsv())})
- Every change of a price that was seen: [history.parquet](${paths.absolute(paths.api.bulk("history.parquet"))}), [history.csv.gz](${paths.absolute(paths.api.bulk("history.csv.gz"))})
- The rankings of all workloads: [rankings.parquet](${paths.absolute(paths.api.bulk("rankings.parquet"))}), [rankings.csv](${paths.absolute(paths.api.bulk("rankings.csv"))})

DuckDB, ClickHouse, Spark and BigQuery read them with a line each:

${bulkLines()}

## What we promise

An address or a field is never removed, renamed or changed in meaning or unit; fields and files may be added. Of what is kept twice, the packed file is the one that stays: \`prices/<YYYY-MM>.json\` stands for 13 months, \`prices/<YYYY-MM>.json.gz\` for ever. \`schemaVersion\` in [index.json](${paths.absolute(paths.api.index())}) rises when something is added that changes how older fields are best read. A test holds every published shape to this.

## Changes

- 1 December 2026. A doubt \`notInNewerList\` may be about the list of another platform, which this one resells: \`listOf\`. In the shape of genai-prices a price of a request, of a search or of a token of video stands by its key, \`requests_kcount\`, \`web_searches_kcount\`, \`output_video_mtok\`; in LiteLLM’s a price of a request where the seller prices no search, \`input_cost_per_request\`. An offer of a model that searches with every request whose seller names no price of a search has that of others in \`unitPrices.webSearch\` too, and \`per\` says so: searches after the first of a request bill at it. Past prices under \`reported\` leave out an image price that stood as text output, from the day on which another seller named both. A model’s \`contextTokens\` is what its sellers bear out ([how](${paths.absolute(paths.methodology("one-price-per-offer"))})). An offer that was read on sale after its \`retiresOn\` has none.
- 30 November 2026. Lines of history and of \`changes.json\` say what their platform bills in where that is no dollar, \`billedIn\`: their figures are dollars as a source wrote them. Such offers have no rows in \`prices/\`. Offers that take a shorter prompt than their context say so, \`maxInputTokens\`. \`assumedTiers\` says what months bill for long prompts that a copy of a price leaves out, \`assumedWindows\` in which hours more; a ranking’s row whose month hangs on the first says so, \`longPromptPrice\`. Of a model that searches with every request \`unitPrices.request\` has its search, where a seller names none as much as at others. An offer whose context nobody states has its model’s in \`contextTokens\`, where it was null: a request that its model does not take fits no offer of it. \`doubts\` gains \`noLongerServed\`, what models.dev marks so, and \`notInNewerList\`, what a newer copy of the platform’s own list leaves out; free offers have these two too.
- 29 November 2026. Rankings say both ends of a month whose fee is unknown, \`leastUsdPerMonth\` and \`leastBilledUsdPerMonth\`, and what a model that one source alone scored counts as, \`pCounted\`. Rows in the shapes of genai-prices, llm-prices.com and Langfuse say how they are known, \`evidence\`. \`offers.csv\` and \`offers.parquet\` have the conditions of models without a reference too, and beside a price \`unitPrices\`, \`unreadMeters\`, \`billedCurrency\` with \`usdPerBilled\` and \`rateDay\`, \`comparedOn\`, \`heldSince\`, \`heldBecause\`, \`priceEndsOn\` and \`retiresOn\`.
- 28 November 2026. Prices month by month: \`prices/<YYYY-MM>.json.gz\`, the last 13 unpacked too. What rankings for coding and image input were made from, month by month: \`rankings/<YYYY-MM>/needs.json.gz\`. Prices in the shapes of LiteLLM, models.dev, genai-prices, llm-prices.com and Langfuse: \`/api/compat/\`. \`openapi.json\`. Parquet of offers, history and rankings; \`files\` in \`index.json\`. OPML of the feeds, badges for Shields.
- **2**, 28 November 2026. Each offer says how it is known: \`evidence\`, \`age\`, \`via\`, \`restsOn\`, \`confirmedBy\`, \`doubts\`, and \`billed\` where the platform bills in another currency. \`cheapest\` counts confirmed prices only; \`cheapestReported\` keeps the old meaning, \`lastConfirmed\` stands where nothing may win. \`list\` is the maker’s own price, \`listAt\` says where it was seen. Rankings are by net cost: \`netCostUsd\`, \`p\`, \`winsWhileErrorCosts\`; the old order is \`valueRank\`. Sources gain \`readDaysBeforeAsOf\` and \`overBudget\`. Rows of a ranking kept over a month ago stand in one file a month, which the day’s file names in \`rowsIn\`.
- **1**. The first.

## Licence and attribution

Prices are facts. Where you publish figures from here, this line says where they come from: *Prices: Token Parity (${paths.absolute(paths.home())}), data as of ${asOf}, from the sources named there.* Each offer’s \`source.url\` leads to its own. Licences of the sources:

${sources.map(({ name, licence }) => `- ${name}: ${licence}`).join("\n")}
`;
}

interface FileLine {
  readonly path: string;
  readonly what: string;
}

const filesOf = ({ modelId, month }: Omit<ApiExample, "firstMonth">): readonly FileLine[] => [
  { path: paths.api.index(), what: "The day of the data, each source with its last good reading, counts" },
  { path: paths.api.models(), what: "Every model with its list price and its cheapest confirmed seller" },
  {
    path: paths.api.model(modelId),
    what: "One model: every offer with prices, conditions, difference to list, evidence and source",
  },
  { path: paths.api.offersCsv(), what: "Every offer and condition of every model, a row each" },
  { path: paths.api.history(modelId), what: "Every change of a model’s prices that was seen" },
  {
    path: paths.api.pricesPacked(month),
    what: "Every confirmed list price and price at OpenRouter of a month, with its days: packed (gzip), for ever",
  },
  { path: paths.api.prices(month), what: "The same unpacked, for the running month and the twelve before it" },
  { path: paths.api.platforms(), what: "Every platform with fees, terms and how its prices can be checked" },
  {
    path: paths.api.changes(),
    what: "Price changes of 90 days, as they were seen; what platforms announced for later is in /announcements.ics",
  },
  { path: paths.api.ranking("chat"), what: "Best value for a workload, with intervals; one for each workload, as CSV too" },
  { path: paths.api.claims(), what: "What articles say about prices, recomputed" },
];

const FILES: readonly Column<FileLine>[] = [
  {
    id: "file",
    label: "File",
    kind: "text",
    cell: ({ path }) => ({ text: path, file: { text: path, url: paths.absolute(path) } }),
  },
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
  { name: "contextTokens", meaning: "How long a request may be; where no source says so of an offer, its model’s" },
  { name: "maxInputTokens", meaning: "The longest prompt, where that is less than the context; absent = as long as the context" },
  { name: "gaps", meaning: "Why a price is null: notSold, otherUnit or unknown" },
  {
    name: "conditions",
    meaning: "What the card becomes above a prompt length (promptTokensAbove, the whole request moves) or in UTC hours",
  },
  {
    name: "assumedTiers",
    meaning:
      "What months bill for long prompts where a copy names no price for them: the maker’s own multiples, or OpenRouter’s or another seller’s where the maker’s are unknown. Nobody states them of this seller; absent = none",
  },
  {
    name: "assumedWindows",
    meaning:
      "The maker’s peak hours, which months bill at a router too where its price is the maker’s outside of them and a copy names no hours; absent = none",
  },
  {
    name: "deltaBps",
    meaning: "Difference to the reference in basis points; reference says whether that is the list price or the median host",
  },
  { name: "evidence", meaning: "own, mirror, transcribed, corroborated or reported: how the price is known" },
  { name: "age", meaning: "fresh, aging or expired by the budget of days of its source" },
  { name: "doubts", meaning: "What speaks against the price; such an offer never wins" },
  { name: "status", meaning: "current, held or retired; heldBecause says why and since when" },
  { name: "source.readAt", meaning: "When the row was read, UTC" },
  {
    name: "restsOn",
    meaning:
      "The reading the price rests on, with address and day: the source that pages name. The row’s own may be a copy of it",
  },
  {
    name: "landedUsdPerMonth in offers.csv",
    meaning: "A month of the preset chat, fees included; an unknown fee at nothing, and in landedUsdPerMonthUpper at its most",
  },
  {
    name: "landedUsdPerMonth in rankings",
    meaning:
      "A month of the workload, fees included; an unknown fee at its most, by which rows are ranked, and in leastUsdPerMonth at nothing",
  },
  {
    name: "pCounted",
    meaning: "The chance a row is ranked by where that is not p: of a model that one source alone scored, the lower end",
  },
  { name: "longPromptPrice", meaning: "“assumed” where the row’s month hangs on assumedTiers; absent = it does not" },
];

const FIELDS: readonly Column<FieldLine>[] = [
  textColumn("field", "Field", ({ name }) => name),
  proseColumn("meaning", "Meaning", ({ meaning }) => meaning),
];
