import { readCardPage } from "../pages/card-page.ts";
import { cloudflare } from "../pages/cloudflare-page.ts";
import { deepseek } from "../pages/deepseek-page.ts";
import { gemini } from "../pages/gemini-page.ts";
import { opencode } from "../pages/opencode-page.ts";
import { perplexity } from "../pages/perplexity-page.ts";
import { vertex } from "../pages/vertex-page.ts";
import type { BodySpec, PlatformSpec, TableSpec } from "../platform-spec.ts";

/** Mistral: cards, of which each ends in the id it is asked for by. The tags are not known, the order of the texts is. */
const mistral: BodySpec = {
  id: "mistral-pricing",
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

/** Moonshot: a page for each family. Only its international site is in dollars. */
const moonshot: TableSpec = {
  id: "moonshot-pricing",
  urls: [
    "https://platform.kimi.ai/docs/pricing/chat-k3.md",
    "https://platform.kimi.ai/docs/pricing/chat-k26.md",
    "https://platform.kimi.ai/docs/pricing/chat-k27-code.md",
  ],
  family: "tables",
  as: "markdown",
  idColumn: "model",
  prices: {
    input: "input price (cache miss)",
    output: "output price",
    cacheRead: "input price (cache hit)",
    cacheWrite5m: "cache write price|input price (cache write)",
  },
  contextColumn: "context window",
};

/** MiniMax: the section of text models; speech, video and images are on the same page. What is struck out is its list price. */
const minimax: TableSpec = {
  id: "minimax-pricing",
  urls: ["https://platform.minimax.io/docs/guides/pricing-paygo.md"],
  family: "tables",
  as: "markdown",
  under: /^(text|llm)\b/i,
  idColumn: "model",
  idOf: (name) => name.replace(/\s*\([^)]*\)$/, ""),
  prices: { input: "input", output: "output", cacheRead: "prompt caching read", cacheWrite5m: "prompt caching write" },
};

/** Alibaba: its international scope, a row for each length of prompt. */
const alibaba: TableSpec = {
  id: "alibaba-pricing",
  urls: ["https://www.alibabacloud.com/help/en/model-studio/model-pricing"],
  family: "tables",
  as: "html",
  under: /^international/i,
  idColumn: "model",
  prices: { input: "input price (per 1m tokens)", output: "output price (per 1m tokens)" },
  boundColumn: "input tokens per request",
};

/** The names on Cohere's cards, and what a request calls them. */
const COHERE_IDS: ReadonlyMap<string, string> = new Map([
  ["Command R", "command-r-08-2024"],
  ["Command R+", "command-r-plus-08-2024"],
  ["Command R7B", "command-r7b-12-2024"],
  ["Command A", "command-a-03-2025"],
]);

const cohere: BodySpec = {
  id: "cohere-pricing",
  urls: ["https://cohere.com/pricing"],
  family: "text body",
  readRows: (content) =>
    readCardPage(content, {
      labelOf: (text) => ({ input: "input" as const, output: "output" as const })[text.toLowerCase()] ?? null,
      idOf: (text) => COHERE_IDS.get(text) ?? null,
      idStands: "before",
    }),
};

export const PAGES: readonly PlatformSpec[] = [
  ...[mistral, together, gemini, deepseek, opencode, cohere, perplexity, cloudflare, moonshot, minimax, alibaba, vertex],
];
