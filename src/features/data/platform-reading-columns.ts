import type { PlatformReading, ReaderState } from "../../domain/source/platforms/platform-reading.ts";
import { isPlatformSource, platformReader } from "../../domain/source/platforms/platform-sources.ts";
import type { SourceRef } from "../../domain/source/source-ref.ts";
import { sourceFacts } from "../../domain/source/sources.ts";
import { formatCount, formatDay, formatPlural } from "../../site/format.ts";
import { type Column, countColumn, dayColumn, proseColumn, textColumn } from "../../table/column.ts";
import { fileTable, type TableView } from "../../table/table-view.ts";

/** How every platform's price is read, by the names pages give them. */
export const platformReadingTable = (readings: readonly PlatformReading[], nameOf: (platform: string) => string): TableView =>
  fileTable(columns(nameOf), readings);

const columns = (nameOf: (platform: string) => string): readonly Column<PlatformReading>[] => [
  textColumn("platform", "Platform", ({ platform }) => nameOf(platform)),
  proseColumn("how", "How its price is read", howText),
  dayColumn("since", "Since", ({ since }) => (since === null ? "–" : formatDay(since))),
  dayColumn("read", "Last good reading", ({ newest }) => (newest === null ? "–" : formatDay(newest.readAt))),
  countColumn("rows", "Rows", ({ rows }) => formatCount(rows)),
  countColumn("offers", "Offers", ({ offers }) => formatCount(offers)),
  proseColumn("reader", "Our own reader", ({ readers }) => [...new Set(readers.map(readerText))].join("; ") || "none"),
];

/** `own API`, `copy of its API by models.dev`, `its page, written down by hand`, `one catalogue: LiteLLM`. */
function howText({ evidence, newest }: PlatformReading): string {
  if (evidence === null || newest === null) return "no price";
  switch (evidence) {
    case "own":
      return ownText(newest);
    case "mirror":
      return `copy of its API by ${sourceFacts(newest.id).name}`;
    case "transcribed":
      return "its page, written down by hand";
    case "corroborated":
      return "two catalogues that agree";
    case "reported":
      return `one catalogue: ${sourceFacts(newest.id).name}`;
    default:
      return evidence satisfies never;
  }
}

/** OpenRouter's is an API; every other platform is read by a spec, or from a page. */
function ownText({ id }: SourceRef): string {
  const isApi = isPlatformSource(id) ? platformReader(id).reads === "api" : sourceFacts(id).isWholeCard;
  return isApi ? "own API" : "own page";
}

/** `API: not read yet`, `page: off, its tables are not known`, `API: 240 rows`, `API: 240 rows, held: 401 Unauthorized`. */
function readerText({ reads, offBecause, status, objection }: ReaderState): string {
  const what = reads === "api" ? "API" : "page";
  if (offBecause !== undefined) return `${what}: off, ${offBecause}`;
  const rows = status === null ? "not read yet" : formatPlural(status.readings, "row");
  return `${what}: ${rows}${objection === null ? "" : `, held: ${objection}`}`;
}
