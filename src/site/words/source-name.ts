import type { SourceRef } from "../../domain/source/source-ref.ts";
import { sourceFacts } from "../../domain/source/sources.ts";

/** How a page names where a number was read: a price page by its host. */
export function sourceName({ id, url }: SourceRef): string {
  return sourceFacts(id).shownAs ?? new URL(url).hostname.replace(/^www\./, "");
}
