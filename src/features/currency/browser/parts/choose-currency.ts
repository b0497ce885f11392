import type { ExchangeRatesJson } from "../../../../data/json/exchange-rates-json.ts";
import { createElement } from "../../../../site/browser/create-element.ts";
import { loadJson } from "../../../../site/browser/load-json.ts";
import { requireElement } from "../../../../site/browser/require-element.ts";
import { formatDay } from "../../../../site/format.ts";
import * as paths from "../../../../site/paths.ts";
import css from "../../currency.css?inline";
import type { CurrencyRate } from "../../currency-text.ts";
import { showAmounts } from "./show-amounts.ts";
import { storeCurrency, storedCurrency } from "./stored-currency.ts";

/**
 * Puts a choice of currencies in the place of the button, opened where that was pressed and closed where one was chosen before. Amounts of
 * bills are shown in the one chosen, at the dated rate of the European Central Bank, the dollars beside them; files, links, what is copied and
 * prices per million tokens stay in dollars.
 * Throws where there are no rates, or they do not load.
 */
export async function chooseCurrency(button: HTMLElement, choice: "opened" | "closed"): Promise<void> {
  const rates = await loadJson<ExchangeRatesJson>(paths.exchangeRates());
  if (rates.day === null) throw new Error("no rates have been read yet");
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets.push(sheet);
  const select = selectOf(rates.perUsd, rates.day);
  button.replaceWith(select);
  run(select, rates.perUsd, rates.day);
  if (choice === "opened") open(select);
}

function run(select: HTMLSelectElement, perUsd: ExchangeRatesJson["perUsd"], day: string): void {
  const known = new Map<string, CurrencyRate>(
    perUsd.map(([currency, amount]) => [currency, { currency, perUsd: Number(amount) }]),
  );
  const main = requireElement(document, "main", HTMLElement);
  const note = createElement("p");
  requireElement(document, ".site-foot", HTMLElement).prepend(note);
  const turn = showAmounts(main);
  const show = () => {
    const shown = known.get(select.value) ?? null;
    note.textContent = shown === null ? "" : noteText(shown, day);
    turn(shown);
  };
  select.addEventListener("input", () => {
    storeCurrency(known.has(select.value) ? select.value : null);
    show();
  });
  const storedChoice = storedCurrency();
  if (storedChoice !== null && known.has(storedChoice)) select.value = storedChoice;
  show();
}

function selectOf(perUsd: ExchangeRatesJson["perUsd"], day: string): HTMLSelectElement {
  const options = perUsd.map(([currency]) => createElement("option", {}, currency));
  return createElement(
    "select",
    { id: "currency", class: "field", "aria-label": "Currency", autocomplete: "off" },
    createElement("option", {}, "USD"),
    createElement("optgroup", { label: `≈ at the ECB’s rate of ${formatDay(day)}` }, ...options),
  );
}

/** The press may be too long ago for a list to open by itself. */
function open(select: HTMLSelectElement): void {
  select.focus();
  try {
    select.showPicker();
  } catch {
    // The next press opens it.
  }
}

const noteText = ({ currency, perUsd }: CurrencyRate, day: string): string =>
  `Amounts after ≈ are dollars at ${perUsd} ${currency} each, the European Central Bank’s rate of ${formatDay(day)}. Prices per million tokens, files and links stay in US dollars.`;
