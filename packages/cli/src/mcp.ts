import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { StdioServerTransport } from "@modelcontextprotocol/sdk/server/stdio.js";
import { z } from "zod";
import { modelsAtCheapestSeller, rankedSellers } from "./answers/compare.ts";
import { modelCalled, modelsNamed, platformCalled } from "./answers/find.ts";
import { priceTexts } from "./answers/offer-row.ts";
import { priceNow, priceOn } from "./answers/price.ts";
import { WORKLOAD_IDS } from "./answers/workload.ts";
import { ExitError } from "./exit-code.ts";
import type { PriceBook } from "./site/price-book.ts";
import type { SiteModel } from "./site/shapes.ts";

/** Answers an agent on standard input and output until it goes away. The data are looked up again for every question: a session may last days. */
export async function serveMcp(open: () => Promise<PriceBook>, version: string): Promise<void> {
  const server = new McpServer({ name: "token-parity", version }, { instructions: INSTRUCTIONS });
  for (const register of [registerFind, registerPrice, registerCheapest, registerCompare]) register(server, open);
  await server.connect(new StdioServerTransport());
}

const INSTRUCTIONS =
  "What language models cost on every platform that sells them. Prices are decimal text in US dollars per million tokens; a meter that is missing is unknown, “0” is free. Say how a price is known (evidence) and the day it was read; never present an unconfirmed price as confirmed, and where no price is known say so.";

type Open = () => Promise<PriceBook>;

const READS_ONLY = { readOnlyHint: true, openWorldHint: true } as const;
const Model = z.string().min(1).max(200).describe("Id (anthropic/claude-opus-4.8), name, or what an API calls it");
const Region = z.string().max(60).optional().describe("A region (eu-west-1) or a group of them (eu, us, apac …)");
const WorkloadId = z.enum(WORKLOAD_IDS).default("chat").describe("What a month is made of");
const Most = (most: number) => z.int().min(1).max(50).default(most).describe("How many rows at most");

function registerFind(server: McpServer, open: Open): void {
  const inputSchema = { query: z.string().max(200).describe("Words of names: opus 4.8"), limit: Most(10) };
  const description = "Find models by words of their names; each with its maker's list price where that is known.";
  server.registerTool("find_models", { description, inputSchema, annotations: READS_ONLY }, ({ query, limit }) =>
    answered(open, async (book) => {
      const matches = modelsNamed(book, query);
      return { asOf: book.asOf, found: matches.length, models: matches.slice(0, limit).map(modelRow) };
    }),
  );
}

const modelRow = ({ id, name, releasedOn, contextTokens, openWeights, list, status }: SiteModel) => {
  const { input = null, output = null } = list ?? {};
  const listPrices = { ...(input === null ? {} : { input }), ...(output === null ? {} : { output }) };
  return { id, name, releasedOn, contextTokens, openWeights, status, list: list === null ? null : priceTexts(listPrices) };
};

function registerPrice(server: McpServer, open: Open): void {
  const inputSchema = {
    model: Model,
    day: z.iso.date().optional().describe("A past day, 2026-07-01; left out = today's data"),
    platform: z.string().max(60).optional().describe("A platform's id or name: amazon-bedrock"),
    region: Region,
    tier: z.enum(["standard", "batch", "flex", "priority", "fast", "free"]).default("standard"),
    limit: Most(25),
  };
  const description =
    "What a model costs, on a past day or now, at every platform or one. Confirmed prices and unconfirmed ones come apart; no row under confirmed means the price is unknown.";
  server.registerTool("price_on", { description, inputSchema, annotations: READS_ONLY }, ({ model, day, limit, ...filters }) =>
    answered(open, async (book) => {
      const { platform, region = null, tier } = filters;
      const wanted = { region, tier, host: null, platform: platform === undefined ? null : platformCalled(book, platform) };
      const called = modelCalled(book, model);
      const answer = await (day === undefined ? priceNow(book, called, wanted) : priceOn(book, called, wanted, day));
      const { confirmed, unconfirmed } = answer;
      const counts = { confirmedRows: confirmed.length, unconfirmedRows: unconfirmed.length };
      return { ...answer, ...counts, confirmed: confirmed.slice(0, limit), unconfirmed: unconfirmed.slice(0, limit) };
    }),
  );
}

function registerCheapest(server: McpServer, open: Open): void {
  const inputSchema = { model: Model, workload: WorkloadId, region: Region, limit: Most(5) };
  const description = "The cheapest confirmed sellers of a model for a month of a workload, fees included.";
  server.registerTool(
    "cheapest",
    { description, inputSchema, annotations: READS_ONLY },
    ({ model, workload, region = null, limit }) =>
      answered(open, async (book) => {
        const { sellers, ...about } = await rankedSellers(book, modelCalled(book, model), workload, region);
        return { asOf: book.asOf, workload, region, ...about, found: sellers.length, sellers: sellers.slice(0, limit) };
      }),
  );
}

function registerCompare(server: McpServer, open: Open): void {
  const inputSchema = { models: z.array(Model).min(1).max(20), workload: WorkloadId, region: Region };
  const description = "Models side by side: a month of a workload at each one's cheapest confirmed seller, fees included.";
  server.registerTool("compare", { description, inputSchema, annotations: READS_ONLY }, ({ models, workload, region = null }) =>
    answered(open, async (book) => {
      const called = models.map((model) => modelCalled(book, model));
      return { ...(await modelsAtCheapestSeller(book, called, workload, region)) };
    }),
  );
}

/** The answer as data and as text; the agent gets what stops the program as text. */
async function answered(open: Open, ask: (book: PriceBook) => Promise<Record<string, unknown>>) {
  try {
    const answer = await ask(await open());
    return { content: [{ type: "text" as const, text: JSON.stringify(answer) }], structuredContent: answer };
  } catch (error) {
    if (!(error instanceof ExitError)) throw error;
    return { isError: true, content: [{ type: "text" as const, text: error.message }] };
  }
}
