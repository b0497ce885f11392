import type { Meter } from "../../domain/offer/meter.ts";
import { isUnconfirmed } from "../../domain/ranking/eligibility.ts";
import { makerMark } from "../../site/maker-mark.ts";
import * as paths from "../../site/paths.ts";
import { monthText } from "../../site/words/month-cell.ts";
import type { SellerLabel } from "../../site/words/seller-label.ts";
import { sourceName } from "../../site/words/source-name.ts";
import type { Cell, Column } from "../../table/column.ts";
import { type OfferLine, offerAnchor, TO_MEDIAN, warningNotes } from "../../table/offer-cells.ts";
import { deltaCell, meterCell, sourceCell, warningText } from "../../table/price-cells.ts";
import { type TableView, tableView } from "../../table/table-view.ts";
import type { MakerPrices, PlatformPrice } from "./platform-prices.ts";

/** An offer of a platform as its page's table shows it. */
export interface PlatformOfferLine extends OfferLine {
  readonly modelName: string;
  readonly seller: SellerLabel;
}

/** One platform's offers, a model a row. */
export const platformOfferTable = (lines: readonly PlatformOfferLine[], caption: string): TableView =>
  tableView({ label: caption, caption }, [NAME, ...PRICES], [{ title: null, rows: lines }], ({ isList }) => ({
    isMarked: isList,
  }));

/** One platform's models by maker, a model a row, the rest of them out of sight until all are asked for. */
export const platformPriceTable = (makers: readonly MakerPrices[], caption: string): TableView =>
  tableView<PlatformPrice>(
    { label: caption, caption: caption + starText(makers.flatMap(({ prices }) => prices)) },
    [{ ...NAME, filters: { ...NAME.filters, rest: ({ isRest }) => (isRest ? "yes" : "no") }, cell: priceNameCell }, ...PRICES],
    makers.map(({ makerName, prices }) => ({ title: makerName, mark: makerMark(makerName), rows: prices })),
    ({ isList }) => ({ isMarked: isList }),
  );

const NAME: Column<PlatformOfferLine> = {
  id: "model",
  label: "Model",
  kind: "text",
  filters: { unconfirmed: (line) => (isUnconfirmed(line.offer) ? "yes" : "no") },
  cell: nameCell,
};

const PRICES: readonly Column<PlatformOfferLine>[] = [
  { id: "offer", label: "Offer", kind: "text", only: "files", cell: ({ seller }) => ({ text: seller.details.join(" · ") }) },
  {
    id: "month",
    label: "Monthly cost",
    kind: "money",
    isMain: true,
    cell: (line) => ({ text: monthText(line) }),
  },
  { id: "delta", label: "vs list price", kind: "delta", only: "page", cell: differenceCell },
  { id: "delta-input", label: "Δ list", kind: "delta", only: "files", cell: (line) => ({ text: fileDifference(line) }) },
  { ...meterColumn("input", "Input", "input"), wide: true },
  { ...meterColumn("output", "Output", "output"), wide: true },
  meterColumn("cache-read", "Cached input", "cacheRead", "Cache read"),
  meterColumn("cache-write", "Cache writes", "cacheWrite5m", "Cache write"),
  { id: "read", label: "Source", kind: "text", only: "page", cell: sourceCell },
  { id: "source", label: "Source", kind: "text", only: "files", cell: ({ offer }) => ({ text: sourceName(offer.restsOn) }) },
  { id: "day", label: "Read", kind: "day", only: "files", cell: ({ offer }) => ({ text: offer.restsOn.readAt.slice(0, 10) }) },
  { id: "notes", label: "Notes", kind: "prose", only: "files", cell: (line) => ({ text: warningText(line) }) },
];

/** The model, the host where it is another than the platform, and what distinguishes this offer from the next. */
function nameCell(line: PlatformOfferLine, others = ""): Cell {
  const { modelName, seller, offer } = line;
  const facts = [...seller.details, ...(others === "" ? [] : [`+\u00a0${others}`])];
  const details = facts.length === 0 ? [] : [facts.join(" · ")];
  return {
    text: modelName,
    href: `${paths.model(offer.model)}#${encodeURI(offerAnchor(offer))}`,
    notes: [...(seller.via === null ? [] : [seller.name]), ...details, ...warningNotes(line)],
    folded: [`in ${meterCell(line, "input").text} · out ${meterCell(line, "output").text}`],
    file: modelName,
  };
}

/** Beside models with a list price stand those without: a star for the median host they are held against. */
function differenceCell(line: PlatformOfferLine): Cell {
  const cell = deltaCell(line);
  return isToMedianHost(line) ? { ...cell, text: `${cell.text}*` } : cell;
}

const fileDifference = (line: PlatformOfferLine): string =>
  isToMedianHost(line) ? `${deltaCell(line).text} (${TO_MEDIAN})` : deltaCell(line).text;

const starText = (lines: readonly PlatformOfferLine[]): string =>
  lines.some(isToMedianHost) ? " * = no list price: against the median host." : "";

/** A difference there is, and no list price it could be to. */
const isToMedianHost = ({ isToMedian, offer, deltas }: PlatformOfferLine): boolean =>
  isToMedian && offer.tier !== "free" && (deltas?.bps.input ?? deltas?.bps.output ?? null) !== null;

/** The same, with what else the platform has of the model, which its page shows. */
const priceNameCell = (line: PlatformPrice): Cell => nameCell(line, line.others);

function meterColumn(id: string, label: string, meter: Meter, fileLabel = label): Column<PlatformOfferLine> {
  return { id, label, fileLabel, kind: "money", cell: (line) => meterCell(line, meter) };
}
