import { type JsonRow, valueAt } from "./json-path.ts";
import type { RowTest } from "./platform-spec.ts";

/** Whether a row passes: `{ at: "type", is: ["language"] }`. A value that is a list passes by one of its values. */
export function passesRowTest(row: JsonRow, { at, is, isNot, like, unlike, lists }: Omit<RowTest, "why">): boolean {
  const { value } = valueAt(row, at);
  const values: readonly unknown[] = Array.isArray(value) ? value : [value ?? null];
  const isText = (pattern: RegExp) => values.some((each) => typeof each === "string" && pattern.test(each));
  if (lists !== undefined && !values.includes(valueAt(row, lists).value)) return false;
  if (is !== undefined && !values.some((each) => is.includes(each))) return false;
  if (isNot !== undefined && values.some((each) => isNot.includes(each))) return false;
  return (like === undefined || isText(like)) && (unlike === undefined || !isText(unlike));
}
