import type { z } from "zod";
import { wrongShape } from "./wrong-shape.ts";

/** The body by its schema. Throws what is odd first, with its path and value: `Items[3].retailPrice is "2", not a number`. */
export function parseShape<Schema extends z.ZodType>(schema: Schema, content: unknown): z.output<Schema> {
  const parsed = schema.safeParse(content);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const path = issue?.path ?? [];
  throw wrongShape(pathText(path), valueBelow(content, path), issue?.message ?? "what its spec says");
}

const pathText = (path: readonly PropertyKey[]): string =>
  path
    .map((part) => (typeof part === "number" ? `[${part}]` : `.${String(part)}`))
    .join("")
    .replace(/^\./, "");

function valueBelow(content: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, part) => (typeof value === "object" && value !== null ? Reflect.get(value, part) : undefined),
    content,
  );
}
