import { copyText } from "../../../../site/browser/copy-text.ts";
import { createElement } from "../../../../site/browser/create-element.ts";

/** A button that copies a text, and says so. */
export function copyButton(label: string, text: string): HTMLElement {
  const button = createElement("button", { type: "button" }, label);
  const status = createElement("output");
  button.addEventListener("click", () => {
    void copyText(text, "Copied.", "select the text.").then((words) => {
      status.textContent = words;
    });
  });
  return createElement("p", { class: "chips" }, button, status);
}
