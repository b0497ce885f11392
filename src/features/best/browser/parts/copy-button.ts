import { copyText } from "../../../../site/browser/copy-text.ts";
import { make } from "../../../../site/browser/make.ts";

/** A button that copies a text, and says so. */
export function copyButton(label: string, text: string): HTMLElement {
  const button = make("button", { type: "button" }, label);
  const said = make("output");
  button.addEventListener("click", () => {
    void copyText(text, "Copied.", "select the text.").then((words) => {
      said.textContent = words;
    });
  });
  return make("p", { class: "chips" }, button, said);
}
