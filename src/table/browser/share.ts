import { copyText } from "../../site/browser/copy-text.ts";
import { createElement } from "../../site/browser/create-element.ts";
import { requireElement } from "../../site/browser/require-element.ts";
import type { TableView } from "../table-view.ts";
import type { Brief, FileKind } from "./share-files.ts";

/** What there is to share: `view` and the address are asked for once `settle` has brought in what was typed last. */
export interface Shareable {
  readonly settle: () => Promise<void> | void;
  readonly view: () => TableView | Promise<TableView>;
  /** A few lines for a message: title, link and the first rows, as Markdown. Absent = no button asks for it. */
  readonly brief?: () => Brief;
  readonly csvName: string;
}

/**
 * What the buttons above the table do; each says that it is done. A device that can share by itself gets a button for it. What makes files comes
 * when a pointer or the keyboard is near: a browser lets nobody copy long after the press.
 */
export function listenToShare(place: HTMLElement, shareable: Shareable): void {
  const output = requireElement(place, "output", HTMLOutputElement);
  if (typeof navigator.share === "function")
    output.before(createElement("button", { type: "button", "data-share": "device" }, "Share…"));
  for (const type of ["pointerenter", "focusin"])
    place.addEventListener(type, () => void code().catch(() => null), { once: true });
  place.addEventListener("click", ({ target }) => {
    if (!(target instanceof HTMLButtonElement) || target.dataset["share"] === undefined) return;
    void share(target.dataset["share"], shareable)
      .catch(() => "That did not load. Please reload the page.")
      .then((message) => {
        output.textContent = message;
      });
  });
}

const code = () => import("./share-files.ts");

async function share(target: string, { settle, view, brief, csvName }: Shareable): Promise<string> {
  await settle();
  if (target === "device") return shared();
  if (target === "link") return copied(location.href, "Link copied.");
  if (target === "brief" && brief !== undefined) return (await code()).copyBrief(brief());
  const [{ takeTable }, table] = await Promise.all([code(), view()]);
  return takeTable(fileKind(target), table, csvName);
}

const fileKind = (what: string): FileKind => (what === "markdown" || what === "json" ? what : "csv");

/** What the device's own dialogue did with the link; one that is closed again is nothing to report. */
async function shared(): Promise<string> {
  try {
    await navigator.share({ title: document.title, url: location.href });
    return "Shared.";
  } catch {
    return "";
  }
}

const copied = (text: string, done: string): Promise<string> => copyText(text, done, "the address bar has the link.");
