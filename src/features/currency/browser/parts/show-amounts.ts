import { createElement } from "../../../../site/browser/create-element.ts";
import { amountText, type CurrencyRate, isAmount, sentenceText } from "../../currency-text.ts";

/**
 * Where a page says what something costs a month, a request or a thousand of them; not what the reader's own slider says in dollars. In the
 * short comparison of models two columns are months and two are prices.
 */
const AMOUNTS = [
  ".answer, .answer *, #lower, #months b, #regret, td.main, td.main *, .workload > p, .workload > p *",
  "#bill td, #points td, #points th, #prompt td, #models-table td *",
  ":is(#months-table, #ranking-table, #switch-table, #bar-table) :is(td, td *), #buys-table td:not(.wrap)",
  "#in-short-table :is(td:nth-child(3) *, td:nth-child(4))",
].join();
/** Where the dollars have a line of their own. */
const CELLS = "td, #models-table i";

/**
 * Turns the amounts of dollars below an element into another currency, or back where there is none. Whatever is drawn again later is drawn in
 * dollars and turned then.
 */
export function showAmounts(main: HTMLElement): (shown: CurrencyRate | null) => void {
  let current: CurrencyRate | null = null;
  new MutationObserver((changes) => {
    if (current === null) return;
    for (const { type, target, addedNodes } of changes)
      for (const node of type === "characterData" ? [target] : addedNodes) turnBelow(node, current);
  }).observe(main, { childList: true, characterData: true, subtree: true });
  return (shown) => {
    current = shown;
    turnBelow(main, shown);
  };
}

/** What this wrote into a text, and what was there before. */
const written = new WeakMap<Text, { readonly text: string; readonly usd: string }>();

function turnBelow(root: Node, shown: CurrencyRate | null): void {
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const found: Node[] = [root];
  for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) found.push(text);
  for (const text of found) if (text instanceof Text) turn(text, shown);
}

/** What was there before it was turned is what counts, unless something else was written since. */
function turn(text: Text, shown: CurrencyRate | null): void {
  const before = written.get(text);
  const usd = before?.text === text.data ? before.usd : text.data;
  const parent = text.parentElement;
  if (!/\$[\d,.]*[1-9]/.test(usd) || parent === null || parent.matches(".usd") || !parent.matches(AMOUNTS)) return;
  const isCell = isAmount(usd) && parent.matches(CELLS);
  const next = shown === null ? usd : isCell ? amountText(usd, shown) : sentenceText(usd, shown);
  if (before?.text === next && text.data === next) return;
  written.set(text, { text: next, usd });
  text.data = next;
  for (const beside of parent.querySelectorAll(":scope > .usd")) beside.remove();
  if (shown === null || !isCell) return;
  const hint = text.nextSibling instanceof HTMLDetailsElement ? text.nextSibling : text;
  hint.after(createElement("small", { class: "usd" }, usd.trim()));
}
