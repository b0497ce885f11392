import { createElement } from "../../../../site/browser/create-element.ts";
import { amountText, isAmount, type Shown, sentenceText } from "../../currency-text.ts";

/** Where a page says what something costs a month, a request or a thousand of them. */
const AMOUNTS = [
  ".answer, .answer *, #lower, #regret, td.main, td.main *, .workload > p, .workload > p *",
  "#bill td, #points td, #points th, #prompt td",
  ":is(#months-table, #ranking-table, #buys-table, #bar-table, #switch-table) td, #months-table td *",
  "#models-table td *",
].join();

/**
 * Turns the amounts of dollars below an element into another currency, or back where there is none. Whatever is drawn anew later is drawn in
 * dollars and turned then.
 */
export function showAmounts(main: HTMLElement): (shown: Shown | null) => void {
  let current: Shown | null = null;
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

/** What this wrote into a text, and what stood there. */
const written = new WeakMap<Text, { readonly text: string; readonly usd: string }>();

function turnBelow(root: Node, shown: Shown | null): void {
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const found: Node[] = [root];
  for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) found.push(text);
  for (const text of found) if (text instanceof Text) turn(text, shown);
}

/** What stood there before it was turned is what counts, unless something else was written since. */
function turn(text: Text, shown: Shown | null): void {
  const before = written.get(text);
  const usd = before?.text === text.data ? before.usd : text.data;
  const parent = text.parentElement;
  if (!usd.includes("$") || parent === null || parent.matches(".usd") || !parent.matches(AMOUNTS)) return;
  const isCell = isAmount(usd) && parent.closest("td") !== null;
  const next = shown === null ? usd : isCell ? amountText(usd, shown) : sentenceText(usd, shown);
  if (before?.text === next && text.data === next) return;
  written.set(text, { text: next, usd });
  text.data = next;
  if (text.nextSibling instanceof HTMLElement && text.nextSibling.matches(".usd")) text.nextSibling.remove();
  if (shown !== null && isCell) text.after(createElement("small", { class: "usd" }, usd.trim()));
}
