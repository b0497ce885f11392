import { z } from "zod";
import { looseNumber, looseText, looseTexts } from "../loose-row.ts";
import type { Body, Skipped } from "../source.ts";
import { Architecture } from "./openrouter-facts.ts";
import { isModelItself, type OpenrouterId, readOpenrouterId } from "./openrouter-id.ts";

export const MODELS_URL = "https://openrouter.ai/api/v1/models";
export const BY_USE_URL = `${MODELS_URL}?sort=top-weekly`;

/** One row of the model list. Only id and pricing are needed; any other field of the wrong type is null or empty. */
export const ListRow = z.object({
  id: z.string().min(1),
  pricing: z.record(z.string(), z.unknown()),
  name: z.string().catch(""),
  created: looseNumber,
  canonical_slug: looseText,
  hugging_face_id: looseText,
  context_length: looseNumber,
  architecture: Architecture,
  top_provider: z.object({ max_completion_tokens: looseNumber }).catch({ max_completion_tokens: null }),
  supported_parameters: looseTexts,
  knowledge_cutoff: looseText,
  expiration_date: looseText,
  alias_target: z.object({ slug: z.string() }).nullable().catch(null),
});
export type ListRow = z.output<typeof ListRow>;

export interface SoldListRow {
  readonly row: ListRow;
  readonly id: Extract<OpenrouterId, { kind: "model" }>;
}

interface AliasRow {
  readonly row: ListRow;
  readonly target: string;
}

/** The rows of a list, each in one heap; aliases are also counted among the skipped, since they sell nothing of their own. */
interface ModelList {
  readonly sold: readonly SoldListRow[];
  readonly aliases: readonly AliasRow[];
  readonly skipped: readonly Skipped[];
}

const WHY_NOT_SOLD = {
  alias: "alias of another model",
  router: "router, not a model",
  unreadable: "id is not maker/slug",
} as const satisfies Record<Exclude<OpenrouterId["kind"], "model">, string>;

/** Reads the body of `/api/v1/models`. Of an id listed twice the first row stays. A body that is no list throws. */
export function readModelList(body: Body): ModelList {
  const seen = new Set<string>();
  const rows = rowsOf(body).map((raw, index) => readRow(raw, index, seen));
  return {
    sold: rows.flatMap(({ sold = [] }) => sold),
    aliases: rows.flatMap(({ alias = [] }) => alias),
    skipped: rows.flatMap(({ skipped = [] }) => skipped),
  };
}

/** The plain models in the body's order. */
export function plainModels(list: ModelList): readonly string[] {
  return list.sold.filter(({ id }) => isModelItself(id)).map(({ id }) => id.model);
}

/** Whether a body has the form of a list at all. */
export const isModelList = (body: Body): boolean => ListBody.safeParse(body.content).success;

const ListBody = z.object({ data: z.array(z.unknown()) });

function rowsOf(body: Body): readonly unknown[] {
  const list = ListBody.safeParse(body.content);
  if (list.success) return list.data.data;
  throw new Error(`${body.url}: not a list of models ({ data: […] })`, { cause: list.error });
}

/** `seen` holds the ids read so far. */
function readRow(raw: unknown, index: number, seen: Set<string>): RowRead {
  const { success, data: row } = ListRow.safeParse(raw);
  if (!success) return { skipped: { subject: subjectOf(raw, index), why: "row has the wrong shape" } };
  if (seen.has(row.id.toLowerCase())) return { skipped: { subject: row.id, why: "id listed twice" } };
  seen.add(row.id.toLowerCase());
  const id = readOpenrouterId(row.id);
  if (id.kind === "model") return { sold: { row, id } };
  const target = readOpenrouterId(row.alias_target?.slug ?? "");
  const skipped = { subject: row.id, why: WHY_NOT_SOLD[id.kind] };
  return id.kind === "alias" && target.kind === "model" ? { alias: { row, target: target.model }, skipped } : { skipped };
}

interface RowRead {
  readonly sold?: SoldListRow;
  readonly alias?: AliasRow;
  readonly skipped?: Skipped;
}

function subjectOf(raw: unknown, index: number): string {
  const named = z.object({ id: z.string().min(1) }).safeParse(raw);
  return named.success ? named.data.id : `row ${index + 1}`;
}
