import { createElement } from "../../../../site/browser/create-element.ts";
import { requireElement } from "../../../../site/browser/require-element.ts";
import { modelCodes } from "../../../../site/embed/embed-code.ts";

/** The codes to embed a model: one click takes a whole one. They come with the script: few readers want them, every page would carry them. */
export function showEmbedCodes(modelId: string): void {
  const box = requireElement(document, "#embed", HTMLElement);
  const { name = modelId, pinned } = box.dataset;
  for (const { label, code } of modelCodes(modelId, name, pinned)) {
    box.append(
      createElement("p", { class: "mt-2" }, `${label} `, createElement("code", { class: "block select-all break-all" }, code)),
    );
  }
}
