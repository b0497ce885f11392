import type { Fields, Problems } from "../../../../site/address/field.ts";
import { lineFields, lineName, TERMS_FIELDS } from "../../../../site/address/purchase-fields.ts";
import { REGION_FIELD } from "../../../../site/address/region-choice.ts";
import type { Control } from "../../../../site/browser/control.ts";
import { requireElement } from "../../../../site/browser/require-element.ts";
import { PAID_AT_FIELD, paidField } from "../../calculator-fields.ts";
import { clearText } from "../../calculator-numbers.ts";
import type { CalculatorState, LineState } from "../../calculator-state.ts";
import { addEntry, controlsOf, entrySets, lineSets, nameLines, setLineCount, showCount } from "./form-parts.ts";
import { pickedPlatforms, pickPlatforms } from "./platform-picker.ts";

/** Turns what people write into ids: `OpenRouter` → `openrouter`. What is nobody's name stays as it is. */
export type IdOf = (text: string) => string;

/** What the form says, as the query it would be in; what is out of sight says nothing. */
export function calculatorQuery(form: HTMLFormElement, workload: string, platformId: IdOf): URLSearchParams {
  const query = new URLSearchParams({ workload });
  const controls = lineSets(form).flatMap((set) => [...controlsOf(set)]);
  const seen = controls.filter(([name, control]) => name !== "by" && control.closest("[hidden]") === null);
  for (const [, control] of seen) query.set(control.name, control.value);
  for (const { name } of Object.values(TERMS_FIELDS)) query.set(name, controlNamed(form, name).value);
  query.set(REGION_FIELD.name, controlNamed(form, REGION_FIELD.name).value);
  query.set(PAID_AT_FIELD.name, controlNamed(form, PAID_AT_FIELD.name).value);
  query.set("platform", pickedPlatforms(form).join());
  query.set(
    "discount",
    entryTexts(form, "discounts", platformId)
      .map(({ text }) => text)
      .join(),
  );
  for (const [index, texts] of Map.groupBy(entryTexts(form, "prices", platformId), ({ line }) => line)) {
    query.set(lineName("price", index), texts.map(({ text }) => text).join());
  }
  return query;
}

/** Makes the form say a state. */
export function fillCalculatorForm(form: HTMLFormElement, state: CalculatorState): void {
  setLineCount(form, state.lines.length);
  for (const [index, set] of lineSets(form).entries()) {
    const line = state.lines[index];
    if (line !== undefined) fillLine(set, line, index);
  }
  write(TERMS_FIELDS, state, (name) => controlNamed(form, name));
  controlNamed(form, REGION_FIELD.name).value = state.region;
  controlNamed(form, PAID_AT_FIELD.name).value = state.paidAt;
  pickPlatforms(form, state.platforms);
  fillEntries(form, state);
}

/** Puts back what an address says of fields that may be read in two ways, so that it can be corrected. */
export function fillUnclear(form: HTMLFormElement, unclear: Problems, query: URLSearchParams): void {
  for (const name of unclear.keys()) {
    const control = form.elements.namedItem(name);
    if (control instanceof HTMLInputElement) control.value = query.get(name) ?? "";
  }
}

function fillLine(set: HTMLElement, line: LineState, index: number): void {
  const controls = controlsOf(set);
  const named = (name: string) => controls.get(name.replace(/\d+$/, ""));
  const model = controls.get("model");
  const by = controls.get("by");
  if (model !== undefined) model.value = line.model;
  if (by !== undefined) by.value = line.countBy;
  write(lineFields(index), line, named);
  write<Pick<LineState, "paidUsd">>({ paidUsd: paidField(index) }, line, named);
  showCount(set);
}

function write<State extends object>(
  fields: Fields<State>,
  state: State,
  controlOf: (name: string) => Control | undefined,
): void {
  for (const key in fields) {
    const control = controlOf(fields[key].name);
    if (control !== undefined) control.value = clearText(fields[key].name, fields[key].write(state[key]));
  }
}

function fillEntries(form: HTMLFormElement, { lines, discounts }: CalculatorState): void {
  for (const set of [...entrySets(form, "prices"), ...entrySets(form, "discounts")]) set.remove();
  const prices = lines.flatMap(({ ownPrices }, line) => ownPrices.map((ownPrice) => ({ line, ...ownPrice })));
  const priceSets = prices.map(() => addEntry(form, "price"));
  nameLines(
    form,
    lines.map(({ model }) => model),
  );
  for (const [at, { line, platform, input, output, cacheRead }] of prices.entries()) {
    fillEntry(priceSets[at], { platform, line: String(line), input, output, "cache-read": cacheRead }, "price");
  }
  for (const { platform, share } of discounts) {
    fillEntry(addEntry(form, "discount"), { platform, percent: String(Math.round(share * 1e6) / 1e4) }, "discount");
  }
  const details = form.querySelector<HTMLDetailsElement>("#contract");
  if (details !== null && prices.length + discounts.length > 0) details.open = true;
}

function fillEntry(set: HTMLElement | undefined, texts: Readonly<Record<string, string>>, kind: string): void {
  if (set === undefined) return;
  const controls = controlsOf(set);
  for (const [name, text] of Object.entries(texts)) {
    const control = controls.get(`${kind}-${name}`);
    if (control !== undefined) control.value = text;
  }
}

interface EntryText {
  readonly line: number;
  /** As it is in the URL's list. */
  readonly text: string;
}

/** The entries that are filled in far enough to mean something. */
function entryTexts(form: HTMLFormElement, list: "prices" | "discounts", platformId: IdOf): readonly EntryText[] {
  return entrySets(form, list).flatMap((set) => {
    const controls = controlsOf(set);
    const text = (name: string) => asItem(controls.get(name)?.value ?? "");
    const platform = platformId(text(list === "prices" ? "price-platform" : "discount-platform"));
    const figures =
      list === "prices" ? ["price-input", "price-output", "price-cache-read"].map(text) : [text("discount-percent")];
    if (platform === "" || figures.every((figure) => figure === "")) return [];
    return [{ line: Number(controls.get("price-line")?.value ?? 0), text: [platform, ...figures].join(":") }];
  });
}

/** A comma would cut the list: it becomes one that only looks like it, so that `1,5` is reported as no price. */
const asItem = (text: string): string => text.trim().replaceAll(",", "\u201a");

function controlNamed(form: HTMLFormElement, name: string): Control {
  const select = form.querySelector(`select[name="${name}"]`);
  return select instanceof HTMLSelectElement ? select : requireElement(form, `input[name="${name}"]`, HTMLInputElement);
}
