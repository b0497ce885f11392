import { z } from "zod";

/** Upstream rows are read loosely: a field of the wrong type costs that field, not the price beside it. */
export const looseText = z.string().nullable().catch(null);
export const looseNumber = z.number().nullable().catch(null);
export const looseFlag = z.boolean().nullable().catch(null);
export const looseTexts = z.array(z.string()).catch([]);

/** A limit in tokens; 0, fractions and everything that is no number are unknown. */
export const looseTokens = z.int().positive().nullable().catch(null);

/** A full date; `2025-05` and the rest are unknown. */
export const looseDay = z.iso.date().nullable().catch(null);

export const LooseFields = z.record(z.string(), z.unknown());
export type LooseFields = z.output<typeof LooseFields>;

/** The reason given for a row that is no row. */
export const WRONG_SHAPE = "row has the wrong shape";

/** The rows of a body that is an object of named rows. Any other body is a bug or a broken answer: it throws. */
export function namedRows(url: string, content: unknown): readonly (readonly [string, unknown])[] {
  const body = LooseFields.safeParse(content);
  if (!body.success) throw new Error(`${url}: the body is no object of rows`, { cause: body.error });
  return Object.entries(body.data);
}
