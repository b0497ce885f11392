import { createElement } from "../../../../site/browser/create-element.ts";
import { modelCodes } from "../../../../site/embed/embed-code.ts";

/** Puts the codes to embed a model into their box: one click takes a whole one. */
export function showEmbedCodes(box: HTMLElement, modelId: string): void {
  const { name = modelId, pinned } = box.dataset;
  for (const { label, code } of modelCodes(modelId, name, pinned)) {
    box.append(createElement("p", { class: "mt-2" }, `${label} `, createElement("code", { class: "block" }, code)));
  }
}
