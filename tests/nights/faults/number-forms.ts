import { GENAI_PRICES_URL } from "../../../scripts/night/sources/genai-prices/genai-prices.ts";
import { LITELLM_URL } from "../../../scripts/night/sources/litellm/litellm.ts";
import { MODELS_DEV_URL } from "../../../scripts/night/sources/models-dev/models-dev.ts";
import { BY_USE_URL, MODELS_URL } from "../../../scripts/night/sources/openrouter/openrouter-list.ts";
import { PI_AI_PACKAGE } from "../../../scripts/night/sources/pi-ai/pi-ai.ts";
import type { Bodies } from "../full-upstream.ts";
import { bent, eachOf, NO_MONEY } from "./slips.ts";

/** Ways to write an amount. */
type Form = (amount: number) => unknown;

/** The same number, written otherwise. */
export const SAME_NUMBER: readonly Form[] = [
  (amount) => amount.toExponential(),
  (amount) => amount.toExponential().toUpperCase(),
  (amount) => ` ${amount} `,
  (amount) => String(amount),
];

/** No price at all. */
export const NO_NUMBER: readonly Form[] = [
  () => "NaN",
  () => "Infinity",
  (amount) => `-${amount || 1}`,
  (amount) => -(amount || 1),
  (amount) => `${String(amount).replace(".", ",")},5`,
  () => "0x10",
  () => true,
  () => false,
  (amount) => ({ amount }),
  (amount) => [amount],
  () => "",
  () => null,
];

/** Where each list has its amounts: a table by its name, or LiteLLM's keys. */
const TABLES: readonly (readonly [url: string | RegExp, table: RegExp])[] = [
  [MODELS_URL, /^pricing$/],
  [BY_USE_URL, /^pricing$/],
  [/\/endpoints$/, /^pricing$/],
  [MODELS_DEV_URL, /^cost$/],
  [PI_AI_PACKAGE, /^cost$/],
  [GENAI_PRICES_URL, /^prices$/],
];

/** Every list with each n-th of its price tables written in one of these forms, in turn. */
export function writtenAs(good: Bodies, forms: readonly Form[], every: number): Bodies {
  const tables = TABLES.reduce((bodies, [url, table]) => {
    const turn = inTurn(forms, every);
    return bent(bodies, url, (body) => eachTable(body, table, turn));
  }, good);
  const turn = inTurn(forms, every);
  return bent(tables, LITELLM_URL, (body) => eachOf(body, (row) => litellmRow(row, turn())));
}

/** A form for each n-th asked for, and null for the others. */
function inTurn(forms: readonly Form[], every: number): () => Form | null {
  let count = 0;
  return () => {
    count += 1;
    return count % every === 0 ? (forms[(count / every) % forms.length] ?? null) : null;
  };
}

function eachTable(value: unknown, table: RegExp, turn: () => Form | null): unknown {
  if (Array.isArray(value)) return value.map((each: unknown) => eachTable(each, table, turn));
  if (typeof value !== "object" || value === null) return value;
  return eachOf(value, (each, name) => (table.test(name) ? inForm(each, turn()) : eachTable(each, table, turn)));
}

const litellmRow = (row: unknown, form: Form | null): unknown =>
  eachOf(row, (value, name) => (name.includes("cost") ? inForm(value, form) : value));

function inForm(value: unknown, form: Form | null): unknown {
  if (form === null) return value;
  if (typeof value === "number") return form(value);
  if (typeof value === "string" && value !== "" && Number.isFinite(Number(value))) return form(Number(value));
  if (Array.isArray(value)) return value.map((each: unknown) => inForm(each, form));
  if (typeof value !== "object" || value === null) return value;
  return eachOf(value, (each, name) => (NO_MONEY.has(name) ? each : inForm(each, form)));
}
