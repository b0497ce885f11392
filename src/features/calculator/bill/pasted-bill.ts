import { millionthText } from "../../../domain/money/micro-usd.ts";
import { readAmount } from "../../../site/address/field.ts";
import { clearNumbers } from "../calculator-numbers.ts";

/** What a bill says of one model: its name as it is written there, and the dollars, as plain text or, where they may be read in two ways, as written. */
export interface BilledModel {
  readonly model: string;
  readonly paid: string;
}

export interface PastedBill {
  /** In the order of the bill; rows of one model are summed. */
  readonly models: readonly BilledModel[];
  /** Lines that are no model's, as written: `Total, $3,000`. */
  readonly leftOut: readonly string[];
  /** Amounts in another currency, as written. */
  readonly notDollars: readonly string[];
}

/** One row of a bill before anything is made of it. */
export interface BillRow {
  readonly model: string;
  readonly amount: string;
}

/**
 * A line of a bill, the amount at its end: `gpt-5.4, $2,000` → gpt-5.4 and `$2,000`; `Gemini 3.1 Pro	1000.50` too. Null = no amount stands
 * there. `isModel` says whether the whole line is a model's name, of which the version is no amount.
 */
export function billRow(line: string, isModel: (text: string) => boolean): BillRow | null {
  const plain = line.trim().replaceAll('"', "");
  if (plain === "" || isModel(plain)) return null;
  const rows = [...plain.matchAll(/[\s,;:|]+/g)].flatMap(({ 0: sign, index }): readonly BillRow[] => {
    const row = { model: plain.slice(0, index), amount: plain.slice(index + sign.length).replace(/[\s,;|]+$/, "") };
    // Behind a comma without quotes a comma is no decimal sign: `acme/nova,10,10` has two columns, and `acme/nova,10` is no model anybody knows.
    const isTwo = sign === "," && /^\d+,\d\d?$/.test(row.amount) && !line.includes(`"${row.amount}"`);
    return row.model !== "" && !isTwo && AMOUNT.test(row.amount) ? [row] : [];
  });
  return rows.find(({ model }) => isModel(model)) ?? rows[0] ?? null;
}

/** One number with the signs of money around it. */
const AMOUNT =
  /^(?:[$€£¥]\s?|USD\s?)?(?:\d{1,3}(?:[.,]\d{3})+(?:[.,]\d+)?|\d+(?:\.\d+|,\d\d?)?)\s?[kmb]?(?:\s?(?:[$€£¥]|USD|EUR))?$/i;

/** The columns of a table that names its columns: which has the models, which the dollars. Null = it has no such two. */
export function billColumns(heads: readonly string[]): { readonly model: string; readonly amount: string } | null {
  const model = heads.find((head) => /\bmodel\b|\bmodel[_ ]|^name$/i.test(head));
  const amount = heads.find((head) => /cost|amount|spend|spent|usd|total|\bpaid\b/i.test(head));
  return model === undefined || amount === undefined || model === amount ? null : { model, amount };
}

/** Whether a first line names columns: a bill's own first line has a figure. */
export const namesColumns = (head: string): boolean => /^\D*\bmodel\b\D*$/i.test(head);

/** Rows → models with what was paid for each. */
export function pastedBill(rows: readonly BillRow[]): PastedBill {
  const isForeign = ({ amount }: BillRow) => /[€£¥]|EUR/i.test(amount);
  const sums = rows.filter(({ model }) => NO_MODEL.test(model));
  const others = rows.filter((row) => !NO_MODEL.test(row.model));
  const dollars = others.filter((row) => !isForeign(row));
  const shown = ({ model, amount }: BillRow) => `${model}, ${amount}`;
  return {
    models: [...Map.groupBy(dollars, ({ model }) => model.toLowerCase()).values()].flatMap((same) => billedModel(same) ?? []),
    leftOut: sums.map(shown),
    notDollars: others.filter(isForeign).map(shown),
  };
}

const NO_MODEL = /^(sub)?-?\s?(total|sum|tax|vat|credits?|fees?)\b/i;

function billedModel(same: readonly BillRow[]): BilledModel | null {
  const [first] = same;
  if (first === undefined) return null;
  const amounts = same.map(({ amount }) => dollarText(amount));
  const unclear = amounts.find((text) => sumOf([text]) === null);
  return { model: first.model, paid: unclear ?? millionthText(sumOf(amounts) ?? 0) };
}

/** A dollar sign before a comma and three digits is the American way to write thousands: `$2,000` → `2000`. Anything else stays. */
function dollarText(amount: string): string {
  const bare = amount.replace(/\$|USD/gi, "").trim();
  return /^(\$|USD)/i.test(amount) && /^\d{1,3}(,\d{3})+(\.\d+)?$/.test(bare) ? bare.replaceAll(",", "") : bare;
}

/** Null where one of them may be read in two ways, or in none. */
function sumOf(texts: readonly string[]): number | null {
  const values = texts.map((text) => {
    const { query, unclear } = clearNumbers(new URLSearchParams({ paid: text }), "form");
    return unclear.size > 0 ? undefined : readAmount(query.get("paid") ?? "");
  });
  return values.reduce<number | null>((sum, value) => (sum === null || value === undefined ? null : sum + value), 0);
}
