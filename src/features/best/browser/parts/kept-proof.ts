import type { RankingLine } from "../../../../domain/ranking/kept-ranking.ts";
import { copyText } from "../../../../site/browser/copy-text.ts";
import { make } from "../../../../site/browser/make.ts";

/** Whether kept rows have the checksum they were kept under, in words: computed here, from the rows as they came. */
export async function proofText(rows: readonly RankingLine[], sha256: string): Promise<string> {
  if (!isSecureContext) return "This browser checks no checksum on an unencrypted page.";
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(JSON.stringify(rows)));
  const computed = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return computed === sha256
    ? "Checked in your browser: the rows have this checksum."
    : `These are not the rows that were kept: their checksum is ${computed}.`;
}

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
