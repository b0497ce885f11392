import * as paths from "../../site/paths.ts";
import { type Column, proseColumn, textColumn } from "../../table/column.ts";
import { tableMarkdown } from "../../table/table-files.ts";
import { fileTable } from "../../table/table-view.ts";

/** The files in other tools' shapes, and what has no place in each. */
export const shapesMarkdown = (): string => tableMarkdown(fileTable(SHAPES, SHAPE_LINES));

interface ShapeLine {
  readonly name: string;
  readonly reads: string;
  readonly lacks: string;
}

const SHAPE_LINES: readonly ShapeLine[] = [
  {
    name: "litellm",
    reads: "LiteLLM: model_prices_and_context_window.json",
    lacks:
      "Hosts behind OpenRouter, quantizations, platforms LiteLLM does not know. A cache price nobody states is written as our calculator bills it, and named under metadata.assumed: LiteLLM would bill it at nothing. Of a model that searches with each request, the search of a request nobody counts",
  },
  {
    name: "models.dev",
    reads: "models.dev: api.json",
    lacks: "Batch, time windows, prices of a request or a search, the source of a row; last_updated is the day it was read",
  },
  {
    name: "genai-prices",
    reads: "genai-prices: v2 data.json",
    lacks:
      "Batch, windows of some days of the week, which price_comments names. Of a model that searches with each request, all searches after its first",
  },
  {
    name: "llm-prices",
    reads: "llm-prices.com: current-v1.json",
    lacks:
      "All but makers’ own prices, and of those what a request or a search costs; one that two catalogues alone agree on, which pages call an unconfirmed list price, has evidence corroborated",
  },
  { name: "llm-prices-historical", reads: "llm-prices.com: historical-v1.json", lacks: "The same" },
  {
    name: "langfuse",
    reads: "Langfuse: model definitions",
    lacks:
      "All but makers’ own prices, as above: it knows a model by its name alone. A cache price nobody states is written as our calculator bills it",
  },
];

const SHAPES: readonly Column<ShapeLine>[] = [
  {
    id: "file",
    label: "File",
    kind: "text",
    cell: ({ name }) => ({
      text: paths.api.compat(name),
      file: { text: paths.api.compat(name), url: paths.absolute(paths.api.compat(name)) },
    }),
  },
  textColumn("reads", "In the shape of", ({ reads }) => reads),
  proseColumn("lacks", "What has no place in it", ({ lacks }) => lacks),
];
