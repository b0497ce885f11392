import type { SourceRef } from "../../domain/source/source-ref.ts";
import type { CatalogueId } from "../../domain/source/sources.ts";

/**
 * Apart from the table of all that is known about sources, which no browser needs: 4 KB in every script that names one. A catalogue without a name
 * here does not compile.
 */
const NAMES = {
  "openrouter-models": "openrouter.ai",
  "openrouter-endpoints": "openrouter.ai",
  "pi-ai": "pi-ai",
  "models.dev": "models.dev",
  litellm: "LiteLLM",
  "genai-prices": "genai-prices",
} as const satisfies Readonly<Record<CatalogueId, string> & Partial<Record<SourceRef["id"], string>>>;

/** How a page names a source. Null = by the host of the page it was read on: it is a platform's own. */
export const shownAs = (id: SourceRef["id"]): string | null => (isNamed(id) ? NAMES[id] : null);

const isNamed = (id: SourceRef["id"]): id is keyof typeof NAMES => Object.hasOwn(NAMES, id);

/** How a page names where a number was read: a price page by its host. */
export const sourceName = ({ id, url }: Pick<SourceRef, "id" | "url">): string =>
  shownAs(id) ?? new URL(url).hostname.replace(/^www\./, "");
