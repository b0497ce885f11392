import { requireElement } from "../../../../site/browser/require-element.ts";
import type { listenToSaves, Saved } from "../finder-saves.ts";

/** The buttons that copy and save what is shown: their code, which the page names, comes at the first press. */
export function saveWhenAsked(form: HTMLFormElement, shown: Omit<Saved, "place">): void {
  const place = requireElement(form, ".saves", HTMLElement);
  let isListening = false;
  async function first({ target }: Event): Promise<void> {
    if (!(target instanceof HTMLButtonElement)) return;
    // Named by the page and not here: the bundler would add its own loader to every page's list.
    const code: { listenToSaves: typeof listenToSaves } | null = await import(
      /* @vite-ignore */ form.dataset["saves"] ?? ""
    ).catch(() => null);
    if (code === null) {
      requireElement(place, "output", HTMLOutputElement).textContent = "That did not load. Please reload the page.";
      return;
    }
    if (!isListening) code.listenToSaves({ ...shown, place });
    isListening = true;
    place.removeEventListener("click", first);
    target.click();
  }
  place.addEventListener("click", first);
}
