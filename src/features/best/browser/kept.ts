import type { KeptRanking } from "../../../domain/ranking/kept-ranking.ts";
import { loadJson } from "../../../site/browser/load-json.ts";
import { make } from "../../../site/browser/make.ts";
import { part } from "../../../site/browser/part.ts";
import { copyButton, proofText } from "./parts/kept-proof.ts";

/** On the page of a kept day: proves the rows by their checksum, and copies the citation. */

const facts = part(document, ".proof", HTMLElement);
const citation = part(document, "#citation", HTMLElement);

citation.after(copyButton("Copy the citation", citation.textContent ?? ""));
void prove();

async function prove(): Promise<void> {
  const said = make("p", { role: "status" }, "Checking the rows …");
  facts.after(said);
  const kept = await loadJson<KeptRanking>(part(facts, "a", HTMLAnchorElement).href).catch(() => null);
  const newest = kept?.kept.at(-1);
  said.textContent =
    newest === undefined ? "The rows did not load: reload the page to check them." : await proofText(newest.rows, newest.sha256);
}
