import { readCardPage } from "../pages/card-page.ts";
import { deepseek } from "../pages/deepseek-page.ts";
import { gemini } from "../pages/gemini-page.ts";
import type { BodySpec, PlatformSpec, TableSpec } from "../platform-spec.ts";

/** Mistral: cards, of which each ends in the id it is asked for by. The tags are not known, the order of the texts is. */
const mistral: BodySpec = {
  id: "mistral-pricing",
  section: "24",
  urls: ["https://mistral.ai/pricing/api/"],
  family: "text body",
  readRows: (content) =>
    readCardPage(content, {
      labelOf: (text) => {
        if (/^input \(\/M tokens\)$/i.test(text)) return "input";
        if (/^cached input \(\/M tokens\)$/i.test(text)) return "cacheRead";
        if (/^output \(\/M tokens\)$/i.test(text)) return "output";
        return /\(\//.test(text) ? "other" : null;
      },
      idOf: (text) => (/^[a-z][a-z0-9.-]*-(latest|\d{4})$/.test(text) ? text : null),
      idStands: "after",
    }),
};

/** Together: the chat and the vision table; images, speech and embeddings have other columns. A batch costs half by prose alone. */
const together: TableSpec = {
  id: "together-models",
  section: "23",
  urls: ["https://docs.together.ai/docs/serverless/models.md"],
  family: "tables",
  as: "markdown",
  idColumn: "api model string",
  prices: {
    input: "input pricing (per 1m tokens)",
    output: "output pricing (per 1m tokens)",
    cacheRead: "cached input pricing (per 1m tokens)",
  },
  contextColumn: "context length",
};

export const PAGES: readonly PlatformSpec[] = [mistral, together, gemini, deepseek];
