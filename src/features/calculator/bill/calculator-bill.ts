import { requestsForBudget } from "../../../domain/cost/break-even.ts";
import type { MonthParts } from "../../../domain/cost/landed-cost.ts";
import type { MixBill, OwnKeyBill, PlatformBill, SplitBill } from "../../../domain/cost/mix.ts";
import { type Sellers, sellerName } from "../../../domain/offer/seller.ts";
import type { LineAtPlatform } from "../../../domain/platform/line-at-platform.ts";
import type { Landed, PurchaseAssumption } from "../../../domain/purchase/purchase.ts";
import { deltaBps } from "../../../domain/reference/delta.ts";
import { formatBill, formatCount, formatDelta, formatUsdRange, WORDS } from "../../../site/format.ts";
import * as paths from "../../../site/paths.ts";
import { assumptionText, purchaseText } from "../../../site/words/month-cell.ts";
import type { Cell, Column } from "../../../table/column.ts";
import { type RowGroup, type TableView, tableView } from "../../../table/table-view.ts";
import type { CalculatorMonth, PaidMonth } from "../calculator-month.ts";
import { lineNotes, type NamedLine, placeOf, whyText } from "./line-words.ts";

/** A platform's bill with the names its cells show. */
interface NamedBill extends PlatformBill {
  readonly name: string;
  readonly lines: readonly NamedLine[];
}

/** The month at every platform, part by part. A part nobody is billed for has no column. */
export function billTable({ bill, modelNames, sellers, paid: everyPaid }: CalculatorMonth, budgetUsd: number | null): TableView {
  const platforms = bill.platforms.map((each) => namedBill(each, sellers));
  const isMix = modelNames.length > 1;
  const paid = everyPaid?.isWhole === true ? everyPaid : null;
  const groups: readonly RowGroup<BillLine>[] = [
    {
      title: isMix ? "Sells every model" : null,
      rows: platforms.filter(({ landed, counts }) => landed !== null && counts).map(platformLine),
    },
    {
      title: "Bought at several platforms",
      rows: isMix
        ? [
            ...splitLines("Direct from each maker", bill.direct, platforms),
            ...splitLines("At the clouds", bill.clouds, platforms),
          ]
        : [],
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
      rows: bill.ownKeys.map((each) => ownKeyLine({ ...each, name: sellerName(sellers, each.platform) })),
    },
  ];
  return tableView(
    { label: "Month by platform", caption: CAPTION },
    billColumns(bill, modelNames, budgetUsd, paid),
    groups.filter(({ rows }) => rows.length > 0),
  );
}

function namedBill(bill: PlatformBill, sellers: Sellers): NamedBill {
  const lines = bill.lines.map((line) => ({
    ...line,
    place: line.kind === "notSold" ? "" : placeOf(line.offer),
    pinnedPlace: line.kind === "priced" && line.pinned !== null ? placeOf(line.pinned.offer) : "",
  }));
  return { ...bill, name: sellerName(sellers, bill.platform), lines };
}

/** What leaves the bank account, as far as a row of several platforms has it. */
interface LandedTotal extends Pick<Landed, "usd" | "upperUsd"> {
  readonly parts: Pick<Landed["parts"], "subscription">;
}

/** A row of the bill: a platform that sells, or one that an own key goes through. */
interface BillLine {
  readonly head: Cell;
  readonly total: Cell;
  readonly landed: LandedTotal | null;
  /** The line's month, by its place in the mix. */
  readonly lineCell: (at: number) => Cell;
  readonly partCell: (part: Part) => Cell;
}

function billColumns(
  bill: MixBill,
  modelNames: readonly string[],
  budgetUsd: number | null,
  paid: PaidMonth | null,
): readonly Column<BillLine>[] {
  const lines = modelNames.length > 1 ? modelNames : [];
  return [
    { id: "platform", label: "Platform", kind: "text", cell: ({ head }) => head },
    { id: "month", label: "Monthly cost", kind: "money", isMain: true, cell: ({ total }) => total },
    {
      id: "delta",
      label: "vs list price",
      fileLabel: "vs list price, %",
      kind: "delta",
      // On a phone one comparison has room: with the bill, where there is one.
      wide: paid !== null,
      cell: ({ landed }) => deltaCell(landed, bill.listUsd),
    },
    ...(paid === null ? [] : [paidColumn(paid.usd)]),
    ...lines.map((label, at): Column<BillLine> => {
      return { id: `line-${at + 1}`, label, kind: "money", wide: true, cell: ({ lineCell }) => lineCell(at) };
    }),
    ...shownParts(bill).map((part): Column<BillLine> => {
      return { id: part.label, label: part.label, kind: "money", wide: true, cell: ({ partCell }) => partCell(part) };
    }),
    ...(budgetUsd === null ? [] : [budgetColumn(budgetUsd, bill.requests)]),
  ];
}

const paidColumn = (usd: number): Column<BillLine> => ({
  id: "paid",
  label: "vs your bill",
  fileLabel: "vs your bill, %",
  kind: "delta",
  cell: ({ landed }) => {
    const cell = deltaCell(landed, usd);
    return cell.figure === 0 ? { ...cell, text: "= your bill" } : cell;
  },
});

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
  { label: "Cached input", meter: "cacheRead", step: null },
  { label: "Cache writes", meter: "cacheWrite", step: null },
  { label: "Output", meter: "output", step: null },
  { label: "Per call", meter: "request", step: null },
  { label: "Discount", meter: null, step: "discount" },
  { label: "Markup", meter: null, step: "markup" },
  { label: "Credit purchase fee", meter: null, step: "fee" },
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
    lineCell: () => NOT_SAID,
    partCell: ({ step }) => (step === null || landed.parts[step] === 0 ? NOTHING : usdCell(landed.parts[step])),
  };
}

/** A row for lines bought at several platforms, the platforms by name. */
function splitLines(text: string, split: SplitBill | null, bills: readonly NamedBill[]): readonly BillLine[] {
  if (split === null) return [];
  const billOf = (id: string | undefined) => bills.find(({ platform }) => platform === id);
  const notes = [...new Set(split.platforms)].map((id) => billOf(id)?.name ?? id);
  return [
    {
      head: { text, notes: [notes.join(", ")] },
      total: landedCell(split),
      landed: { ...split, parts: split },
      lineCell: (at) => {
        const line = billOf(split.platforms[at])?.lines[at];
        return line === undefined ? NOT_SAID : lineCell(line);
      },
      partCell: () => NOT_SAID,
    },
  ];
}

function totalCell(bill: PlatformBill, only: LineAtPlatform | undefined): Cell {
  const { landed, assumptions, lines } = bill;
  if (landed === null) return { text: lines.length === 1 && only?.kind === "excluded" ? whyText(only.why) : "–", side: "none" };
  const hints = [...assumptions.map(assumptionText), ...landed.assumptions.map(purchaseText)];
  return { ...landedCell(landed), ...(hints.length === 0 ? {} : { hint: hints.join("; ") }) };
}

function deltaCell(landed: LandedTotal | null, listUsd: number | null): Cell {
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

function partCell({ meter, step }: Part, { parts, landed }: PlatformBill): Cell {
  if (meter !== null) return parts[meter] === 0 ? NOTHING : usdCell(parts[meter]);
  if (landed === null || step === null) return NOTHING;
  const usd = landed.parts[step];
  if (usd !== 0) return usdCell(usd);
  const isUnknown = landed.assumptions.some((each) => each === "feesUnknown" || each === UNKNOWN_STEPS[step]);
  return isUnknown && step in UNKNOWN_STEPS ? { text: WORDS.unknown, side: "none" } : NOTHING;
}

/** Steps that nobody may have told, and what a month says of it then. */
const UNKNOWN_STEPS: Partial<Record<keyof Landed["parts"], PurchaseAssumption>> = {
  fee: "topUpFeeUnknown",
  markup: "tokenMarkupUnknown",
  subscription: "subscriptionUnknown",
};

const NOTHING: Cell = { text: "", figure: 0 };
/** A figure that a row does not have: empty in files too, for 0 is free. */
const NOT_SAID: Cell = { text: "" };
const usdCell = (usd: number): Cell => ({ text: formatBill(usd), figure: usd });
/** Where a fee is unknown, the least and the most; ordered by the most. */
const landedCell = ({ usd, upperUsd }: Pick<Landed, "usd" | "upperUsd">): Cell => ({
  text: formatUsdRange(usd, upperUsd, formatBill),
  figure: upperUsd,
});

/** What a phone shows in place of the columns: `tokens $1,800.00, credit purchase fee $99.00`. */
function foldedParts({ parts }: Landed): readonly string[] {
  const fees = PARTS.flatMap(({ label, step }) =>
    step === null || parts[step] === 0 ? [] : [`${label.toLowerCase()} ${formatBill(parts[step])}`],
  );
  return fees.length === 0 ? [] : [[`tokens ${formatBill(parts.tokens)}`, ...fees].join(", ")];
}

function budgetCell(budgetUsd: number, landed: LandedTotal | null, requests: number): Cell {
  if (landed === null || requests === 0) return { text: "–", side: "none" };
  const { subscription } = landed.parts;
  const affordableRequests = requestsForBudget(budgetUsd, (landed.upperUsd - subscription) / requests, subscription);
  return affordableRequests === null
    ? { text: "no limit", side: "none" }
    : { text: formatCount(affordableRequests), figure: affordableRequests };
}
