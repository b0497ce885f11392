import type { Phrase } from "../words/answer.ts";
import { createElement } from "./create-element.ts";

/** A sentence with its stressed words. */
export function drawPhrases(paragraph: HTMLElement, phrases: readonly Phrase[]): void {
  const nodes = phrases.map(({ text, strong }) => (strong === undefined ? text : createElement("b", { class: "under" }, text)));
  paragraph.replaceChildren(...nodes);
}
