import { millionthText } from "../../domain/money/micro-usd.ts";
import { type Problems, shownText } from "../../site/address/field.ts";

/** A query whose numbers are written in one way, without those that may be read in two, and a message for each of these. */
export interface ClearNumbers {
  readonly query: URLSearchParams;
  readonly unclear: Problems;
}

/**
 * `in=1.000.000` → `in=1000000`; `in=1.000` may be 1 or 1,000: it is taken out, and the message says so. In an address a point is a decimal
 * point, as we write it: `million-in=1.125` is clear there, and not in a form.
 */
export function clearNumbers(query: URLSearchParams, from: "address" | "form"): ClearNumbers {
  const clear = new URLSearchParams(query);
  const unclear = new Map<string, string>();
  for (const [name, text] of query) {
    const kind = kindOf(name);
    if (kind === null || (from === "address" && isAsWritten(text))) continue;
    const readings = readingsOf(text.trim(), kind);
    if (readings.length > 1) {
      clear.delete(name);
      unclear.set(name, `“${text.trim()}” may be ${readings.join(" or ")}. Write it without a separator.`);
    } else if (readings[0] !== undefined) clear.set(name, readings[0]);
  }
  return { query: clear, unclear };
}

/** A number as the form shows it, so that it is read in one way: whole numbers as `100,000`, others as `1000`, `1.1250`. */
export function clearText(name: string, text: string): string {
  if (kindOf(name) !== "decimal") return shownText(text);
  return /^\d{1,3}\.\d{3}$/.test(text) ? `${text}0` : text;
}

type NumberKind = "whole" | "decimal";
const WHOLE = /^(requests|in|out|prompt|system-prompt)\d*$/;
const DECIMAL = /^(million-in|million-out|searches|top-up|budget|paid)\d*$/;
const kindOf = (name: string): NumberKind | null => (WHOLE.test(name) ? "whole" : DECIMAL.test(name) ? "decimal" : null);

/** Every way to read a number with a separator, as plain text; empty for text that needs no second look. */
function readingsOf(text: string, kind: NumberKind): readonly string[] {
  const [, whole = "", sign = "", part = "", unit = ""] = /^([1-9]\d{0,2})([.,])(\d{3})\s?([kmb]?)$/i.exec(text) ?? [];
  // Nobody counts requests in thousandths: `1,000` of them are a thousand, as the form writes it.
  if (sign === "," && kind === "whole" && unit === "") return [];
  if (sign !== "") return [`${whole}${part.replace(/0+$/, "").replace(/^(?=\d)/, ".")}${unit}`, `${whole}${part}${unit}`];
  if (/^\d{1,3}(\.\d{3})+,\d{1,6}$|^\d{1,3}(\.\d{3}){2,}$/.test(text)) return [text.replaceAll(".", "").replace(",", ".")];
  if (/^\d+,(\d{1,2}|\d{4,6})$|^0,\d{1,6}$/.test(text)) return [text.replace(",", ".")];
  return [];
}

/** `1.125` is, `1.000` and `1,125` are not. */
const isAsWritten = (text: string): boolean => /^\d+(\.\d+)?$/.test(text) && millionthText(Number(text)) === text;
