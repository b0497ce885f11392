import { existsSync } from "node:fs";
import { z } from "zod";
import { isListSeller } from "../../domain/offer/list-seller.ts";
import { PlatformAlias } from "../../domain/platform/platform-alias.ts";
import { modelById, offers, platformOf, run, sellers } from "../catalog.ts";
import { curatedFile } from "../folders.ts";
import { accessOn } from "../json/seller-access.ts";
import { allPastPrices } from "../past-prices.ts";
import { readJson } from "../rows.ts";
import { type CompatKind, type CompatRow, compatRows } from "./compat-row.ts";
import { genaiNames, genaiPricesJson } from "./genai-prices-json.ts";
import { langfuseJson } from "./langfuse-json.ts";
import { litellmJson, litellmNames } from "./litellm-json.ts";
import { llmPricesHistoryJson, llmPricesJson } from "./llm-prices-json.ts";
import { modelsDevJson, type ProviderFacts } from "./models-dev-json.ts";

/** The shapes other tools read already, by the name of our file: `/api/compat/<name>.json`. */
const SHAPES = ["litellm", "models.dev", "genai-prices", "llm-prices", "llm-prices-historical", "langfuse"] as const;
type Shape = (typeof SHAPES)[number];

/** One of the files: a shape with the confirmed prices, or beside it with what one catalogue alone says. */
export interface CompatFile {
  readonly name: string;
  readonly shape: Shape;
  readonly kind: CompatKind;
}

export const compatFiles: readonly CompatFile[] = SHAPES.flatMap((shape) => [
  { name: shape, shape, kind: "confirmed" },
  { name: `${shape}-reported`, shape, kind: "reported" },
]);

/** What a file holds. */
export function compatJson({ shape, kind }: CompatFile): unknown {
  const rows = rowsOf(kind);
  switch (shape) {
    case "litellm":
      return litellmJson(rows, litellmNames(aliases()));
    case "models.dev":
      return modelsDevJson(rows, factsOf);
    case "genai-prices":
      return genaiPricesJson(rows, genaiNames(aliases()), factsOf);
    case "llm-prices":
      return llmPricesJson(rows.filter(isList), run.asOf);
    case "llm-prices-historical":
      return llmPricesHistoryJson(allPastPrices(), modelById, kind, run.asOf);
    case "langfuse":
      return langfuseJson(rows.filter(isList));
    default:
      return shape satisfies never;
  }
}

const rowsByKind = new Map<CompatKind, readonly CompatRow[]>();

function rowsOf(kind: CompatKind): readonly CompatRow[] {
  const rows = rowsByKind.get(kind) ?? compatRows(offers, modelById, sellers, kind);
  rowsByKind.set(kind, rows);
  return rows;
}

const isList = ({ platform, model, base }: CompatRow): boolean =>
  isListSeller(sellers, platform, model.id) && base.tier === "standard" && base.region === null && base.variant === null;

/** A data folder without the table, as in a test, has no names but our own. */
function aliases(): readonly PlatformAlias[] {
  const file = curatedFile("platform-aliases.json");
  return existsSync(file) ? readJson(file, z.array(PlatformAlias)) : [];
}

function factsOf(id: string): ProviderFacts | null {
  const platform = platformOf(id);
  if (platform === null) return null;
  const access = accessOn(platform, run.asOf);
  const { docs, pricing, home } = platform.links;
  const doc = docs ?? pricing ?? home ?? access.api?.baseUrl;
  return doc === undefined ? null : { platform, doc, ...access };
}
