import { requestsForBudget } from "../../domain/cost/break-even.ts";
import type { MonthParts } from "../../domain/cost/landed-cost.ts";
import type { MixBill, OwnKeyBill, PlatformBill } from "../../domain/cost/mix.ts";
import type { Names } from "../../domain/offer/seller-names.ts";
import type { LineAtPlatform, SoldOffer } from "../../domain/platform/line-at-platform.ts";
import type { Landed } from "../../domain/purchase/purchase.ts";
import type { Ineligible } from "../../domain/ranking/eligibility.ts";
import { deltaBps } from "../../domain/reference/delta.ts";
import { formatBill, formatCount, formatDay, formatDelta, formatUsdRange } from "../../site/format.ts";
import { paths } from "../../site/paths.ts";
import { doubtText } from "../../site/words/doubt-text.ts";
import { assumptionText, purchaseText } from "../../site/words/month-cell.ts";
import type { Cell, Column } from "../../table/column.ts";
import { type Group, type TableView, tableView } from "../../table/table-view.ts";
import type { Month } from "./calculator-month.ts";

/** A platform's bill with the names its cells show. */
interface NamedBill extends PlatformBill {
  readonly name: string;
  readonly lines: readonly NamedLine[];
}

/** Which of the platform's offers a line is billed at, and which it is pinned to: `via StreamLake, fp8`. */
type NamedLine = LineAtPlatform & { readonly place: string; readonly pinnedPlace: string };

/** The month at every platform, part by part. A part nobody is billed for has no column. */
export function billTable({ bill, modelNames, names }: Month, budgetUsd: number | null): TableView {
  const platforms = bill.platforms.map((each) => namedBill(each, names));
  const isMix = modelNames.length > 1;
  const groups: readonly Group<BillLine>[] = [
    {
      title: isMix ? "Sells every model" : null,
      rows: platforms.filter(({ landed, counts }) => landed !== null && counts).map(platformLine),
    },
    {
      title: "Not counted: held, old, in doubt, or known from one catalogue only",
      rows: platforms.filter(({ landed, counts }) => landed !== null && !counts).map(platformLine),
    },
    {
      title: isMix ? "Sells only a part" : "Sold, but at no price that counts",
      rows: platforms.filter(({ landed }) => landed === null).map(platformLine),
    },
    {
      title: "Your own key: the makers’ list prices and a platform’s fee",
      rows: bill.ownKeys.map((each) => ownKeyLine({ ...each, name: names.platform(each.platform) })),
    },
  ];
  return tableView(
    { label: "Month by platform", caption: CAPTION },
    billColumns(bill, modelNames, budgetUsd),
    groups.filter(({ rows }) => rows.length > 0),
  );
}

function namedBill(bill: PlatformBill, names: Names): NamedBill {
  const lines = bill.lines.map((line) => ({
    ...line,
    place: line.kind === "notSold" ? "" : placeOf(line.offer, names),
    pinnedPlace: line.kind === "priced" && line.pinned !== null ? placeOf(line.pinned.offer, names) : "",
  }));
  return { ...bill, name: names.platform(bill.platform), lines };
}

/** A row of the bill: a platform that sells, or one that an own key goes through. */
interface BillLine {
  readonly head: Cell;
  readonly total: Cell;
  readonly landed: Landed | null;
  /** The line's month, by its place in the mix. */
  readonly lineCell: (at: number) => Cell;
  readonly partCell: (part: Part) => Cell;
}

function billColumns(bill: MixBill, modelNames: readonly string[], budgetUsd: number | null): readonly Column<BillLine>[] {
  const lines = modelNames.length > 1 ? modelNames : [];
  return [
    { id: "platform", label: "Platform", kind: "text", cell: ({ head }) => head },
    { id: "month", label: "Monthly cost", kind: "money", isMain: true, cell: ({ total }) => total },
    {
      id: "delta",
      label: "vs list price",
      fileLabel: "vs list price, %",
      kind: "delta",
      cell: ({ landed }) => deltaCell(landed, bill.listUsd),
    },
    ...lines.map((label, at): Column<BillLine> => {
      return { id: `line-${at + 1}`, label, kind: "money", wide: true, cell: ({ lineCell }) => lineCell(at) };
    }),
    ...shownParts(bill).map((part): Column<BillLine> => {
      return { id: part.label, label: part.label, kind: "money", wide: true, cell: ({ partCell }) => partCell(part) };
    }),
    ...(budgetUsd === null ? [] : [budgetColumn(budgetUsd, bill.requests)]),
  ];
}

const budgetColumn = (budgetUsd: number, requests: number): Column<BillLine> => ({
  id: "budget",
  label: `Requests for ${formatBill(budgetUsd)}`,
  kind: "count",
  cell: ({ landed }) => budgetCell(budgetUsd, landed, requests),
});

const CAPTION =
  "US dollars a month, fees included, cheapest first. List price = the tokens at the makers’ own prices. * = something is assumed; press it for what.";

/** A part of the month with its column. */
interface Part {
  readonly label: string;
  readonly meter: keyof MonthParts | null;
  readonly step: keyof Landed["parts"] | null;
}

const PARTS: readonly Part[] = [
  { label: "Input", meter: "input", step: null },
  { label: "Cache read", meter: "cacheRead", step: null },
  { label: "Cache write", meter: "cacheWrite", step: null },
  { label: "Output", meter: "output", step: null },
  { label: "Per call", meter: "request", step: null },
  { label: "Discount", meter: null, step: "discount" },
  { label: "Markup", meter: null, step: "markup" },
  { label: "Top-up fee", meter: null, step: "fee" },
  { label: "Bonus", meter: null, step: "bonus" },
  { label: "Plan", meter: null, step: "subscription" },
];

function shownParts({ platforms, ownKeys }: MixBill): readonly Part[] {
  const landed = [...platforms, ...ownKeys].flatMap((each) => (each.landed === null ? [] : [each.landed]));
  return PARTS.filter(({ meter, step }) => {
    if (meter !== null) return platforms.some(({ parts }) => parts[meter] > 0);
    return step !== null && landed.some(({ parts }) => parts[step] !== 0);
  });
}

function platformLine(bill: NamedBill): BillLine {
  const { landed, lines } = bill;
  const [only] = lines;
  const { notes = [], href } = only !== undefined && lines.length === 1 ? lineNotes(only) : {};
  return {
    head: {
      text: bill.name,
      href: href ?? paths.platform(bill.platform),
      notes,
      folded: landed === null ? [] : foldedParts(landed),
    },
    total: totalCell(bill, only),
    landed,
    lineCell: (at) => {
      const line = lines[at];
      return line === undefined ? NOTHING : lineCell(line);
    },
    partCell: (part) => partCell(part, bill),
  };
}

function ownKeyLine({ platform, name, landed }: OwnKeyBill & { readonly name: string }): BillLine {
  const hint = landed.assumptions.map(purchaseText).join("; ");
  return {
    head: { text: name, href: paths.platform(platform) },
    total: { ...landedCell(landed), ...(hint === "" ? {} : { hint }) },
    landed,
    lineCell: () => NOTHING,
    partCell: ({ step }) => (step === null || landed.parts[step] === 0 ? NOTHING : usdCell(landed.parts[step])),
  };
}

function totalCell(bill: PlatformBill, only: LineAtPlatform | undefined): Cell {
  const { landed, assumptions, lines } = bill;
  if (landed === null) return { text: lines.length === 1 && only?.kind === "excluded" ? whyText(only.why) : "–", side: "none" };
  const hints = [...assumptions.map(assumptionText), ...landed.assumptions.map(purchaseText)];
  return { ...landedCell(landed), ...(hints.length === 0 ? {} : { hint: hints.join("; ") }) };
}

function deltaCell(landed: Landed | null, listUsd: number | null): Cell {
  const bps = landed === null ? null : deltaBps(landed.upperUsd, listUsd);
  if (bps === null) return { text: "–", side: "none" };
  const figure = bps / 100;
  return bps === 0
    ? { text: "= list", side: "none", figure }
    : { text: formatDelta(bps), side: bps < 0 ? "under" : "over", figure };
}

/** A line's month before fees, or why there is none; which of the platform's offers it is, and whose price. */
function lineCell(line: NamedLine): Cell {
  switch (line.kind) {
    case "priced":
      return { ...usdCell(line.month.usd), ...lineNotes(line) };
    case "excluded":
      return { text: whyText(line.why), side: "none" };
    case "notSold":
      return { text: "not sold", side: "none" };
    default:
      return line satisfies never;
  }
}

function lineNotes(line: NamedLine): { readonly notes?: readonly string[]; readonly href?: string } {
  if (line.kind === "notSold") return { notes: [] };
  const { offer, place } = line;
  const whose = line.kind === "priced" ? whoseText(line) : "";
  const anchor = offer.id.slice(offer.model.length);
  return {
    notes: [place, whose, line.kind === "priced" ? pinnedText(line) : ""].filter((note) => note !== ""),
    ...(whose === OWN_PRICE ? {} : { href: `${paths.model(offer.model)}#${encodeURI(anchor)}` }),
  };
}

/** `pinned via StreamLake, fp8: $15.89` */
function pinnedText({ pinned, pinnedPlace }: Extract<NamedLine, { kind: "priced" }>): string {
  return pinned === null ? "" : `pinned ${pinnedPlace}: ${formatBill(pinned.usd)}`;
}

const OWN_PRICE = "your own price";

/** Whose word the price is, where it is not the platform's own of these days. */
function whoseText({ price, offer }: Extract<LineAtPlatform, { kind: "priced" }>): string {
  switch (price) {
    case "own":
      return OWN_PRICE;
    case "held":
      return offer.heldBecause === null ? "held" : `held since ${formatDay(offer.heldBecause.since)}`;
    case "aging":
    case "expired":
      return offer.restsOn === null ? "old" : `last read ${formatDay(offer.restsOn.readAt)}`;
    case "unconfirmed":
      return "one catalogue only";
    case "doubtful":
      return offer.doubts.map(doubtText).join("; ");
    case "read":
      return "";
    default:
      return price satisfies never;
  }
}

/** `StreamLake, fp8`: what the platform's name leaves open. */
function placeOf({ host, region, quantization, variant }: SoldOffer, names: Names): string {
  const parts = [host === null ? null : `via ${names.host(host)}`, region, quantization, variant];
  return parts.filter((part) => part !== null).join(", ");
}

function whyText(why: Ineligible): string {
  switch (why) {
    case "doesNotFit":
      return "prompt too long";
    case "unpriced":
      return "unknown";
    case "notCurrent":
      return "retired";
    case "free":
      return "free, with limits";
    case "otherTier":
      return "other tiers only";
    case "conditional":
      return "on a condition only";
    case "aging":
    case "expired":
      return "price too old";
    case "unconfirmed":
      return "one catalogue only";
    case "doubtful":
      return "in doubt";
    case "ownKey":
      return "your own key";
    default:
      return why satisfies never;
  }
}

function partCell({ meter, step }: Part, { parts, landed }: PlatformBill): Cell {
  if (meter !== null) return parts[meter] === 0 ? NOTHING : usdCell(parts[meter]);
  const usd = landed === null || step === null ? 0 : landed.parts[step];
  return usd === 0 ? NOTHING : usdCell(usd);
}

const NOTHING: Cell = { text: "", figure: 0 };
const usdCell = (usd: number): Cell => ({ text: formatBill(usd), figure: usd });
/** Where a fee is unknown, the least and the most; ordered by the most. */
const landedCell = ({ usd, upperUsd }: Landed): Cell => ({ text: formatUsdRange(usd, upperUsd, formatBill), figure: upperUsd });

/** What a phone shows in place of the columns: `tokens $1,800.00, top-up fee $99.00`. */
function foldedParts({ parts }: Landed): readonly string[] {
  const fees = PARTS.flatMap(({ label, step }) =>
    step === null || parts[step] === 0 ? [] : [`${label.toLowerCase()} ${formatBill(parts[step])}`],
  );
  return fees.length === 0 ? [] : [[`tokens ${formatBill(parts.tokens)}`, ...fees].join(", ")];
}

function budgetCell(budgetUsd: number, landed: Landed | null, requests: number): Cell {
  if (landed === null || requests === 0) return { text: "–", side: "none" };
  const { subscription } = landed.parts;
  const bought = requestsForBudget(budgetUsd, (landed.upperUsd - subscription) / requests, subscription);
  return bought === null ? { text: "no limit", side: "none" } : { text: formatCount(bought), figure: bought };
}
