import type { Phrase } from "../words/answer.ts";
import { make } from "./make.ts";

/** A sentence with its stressed words. */
export function drawPhrases(paragraph: HTMLElement, phrases: readonly Phrase[]): void {
  const nodes = phrases.map(({ text, strong }) => (strong === undefined ? text : make("b", { class: "under" }, text)));
  paragraph.replaceChildren(...nodes);
}
