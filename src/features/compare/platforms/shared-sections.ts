import { comparePrices, lowestOf, type PairRow, type Spread, spreadOf } from "../../../domain/platform/platform-comparison.ts";
import { formatCount, formatDelta, formatMultiple, WORDS } from "../../../site/format.ts";
import type { Cell, Column } from "../../../table/column.ts";
import { plainTable } from "../../../table/table-view.ts";
import type { ComparisonSection } from "../comparison-view.ts";
import { ASSUMED, type CommonModel, commonModelColumn, inputOutputText, listingMonthText, placeText } from "./common-models.ts";
import type { ComparedPlatform, Listing } from "./compared-platform.ts";

const GAPS_SHOWN = 15;

/** Empty where all prices tie. */
export function gapSection(platforms: readonly ComparedPlatform[], shared: readonly CommonModel[]): readonly ComparisonSection[] {
  const apart = shared.flatMap((model) => {
    const spread = spreadOf(model.prices);
    return spread === null ? [] : [{ ...model, spread }];
  });
  if (apart.length === 0) return [];
  const widest = apart.toSorted((a, b) => (a.spread.times === b.spread.times ? 0 : b.spread.times - a.spread.times));
  const columns: readonly Column<GapLine>[] = [
    commonModelColumn<GapLine>(({ listing }) => listing),
    { id: "apart", label: "Apart", kind: "score", isMain: true, cell: ({ spread }) => ({ text: timesText(spread) }) },
    { id: "on", label: "On", kind: "count", wide: true, cell: ({ spread }) => ({ text: spread.meter }) },
    ...platforms.map(({ id, name }, at): Column<GapLine> => {
      return { id, label: name, kind: "money", cell: ({ prices, spread }) => gapCell(prices[at], spread) };
    }),
  ];
  return [
    {
      id: "gaps",
      title: "Biggest gaps",
      text: "Where the most expensive asks most times what the cheapest does, on input, or on output where inputs tie.",
      table: plainTable(
        { label: "Biggest gaps", caption: "Input / output, dollars per million tokens." },
        columns,
        widest.slice(0, GAPS_SHOWN),
      ),
    },
  ];
}

interface GapLine extends CommonModel {
  readonly spread: Spread;
}

const timesText = ({ times }: Spread): string => (Number.isFinite(times) ? formatMultiple(times) : WORDS.free);

function gapCell(price: Listing | undefined, { meter, low }: Spread): Cell {
  if (price === undefined) return { text: "" };
  const text = inputOutputText(price);
  return price[meter] === low ? { text, notes: ["lowest"] } : { text };
}

/** Every shared model with what each platform asks. */
export function modelSection(
  platforms: readonly ComparedPlatform[],
  shared: readonly CommonModel[],
  month: string,
): ComparisonSection {
  const columns: readonly Column<CommonModel>[] = [
    commonModelColumn<CommonModel>(
      ({ listing }) => listing,
      ({ prices }) => [lowestText(prices, platforms)],
    ),
    ...platforms.flatMap(({ id, name }, at): readonly Column<CommonModel>[] => [
      { id, label: name, kind: "money", cell: ({ prices }) => askedCell(prices[at]) },
      ...(at === 0 ? [] : [deltaColumn(`${id}-delta`, at)]),
    ]),
  ];
  const caption = `Input / output, dollars per million tokens, and the monthly cost, fees included; Δ = how far the prices are from the first platform’s, before fees. Month = ${month}. ${ASSUMED}`;
  return {
    id: "models",
    title: `Every shared model: ${formatCount(shared.length)}`,
    text: "Each platform’s plainest standard offer: no named host, region or quantization where there is a choice.",
    table: plainTable({ label: "Shared models", caption }, columns, shared),
  };
}

/** Whose month is lowest; where only some take a cache price for granted, nobody's. */
function lowestText(prices: readonly Listing[], platforms: readonly ComparedPlatform[]): string {
  if (prices.some(({ monthUsd, isLeftOut }) => monthUsd !== null && isLeftOut)) return "one month is unconfirmed";
  const pricedMonths = prices.filter(({ monthUsd }) => monthUsd !== null);
  if (pricedMonths.length < 2 || new Set(pricedMonths.map(({ isMonthAssumed }) => isMonthAssumed)).size > 1)
    return "months not comparable";
  const lowest = lowestOf(prices.map(({ monthUsd }) => monthUsd));
  if (lowest === null || lowest.isTie) return "same month";
  return `lowest month: ${platforms[prices.findIndex(({ monthUsd }) => monthUsd === lowest.price)]?.name}`;
}

/** Prices, month and, where a region was asked for, where it runs. */
function askedCell(price: Listing | undefined): Cell {
  if (price === undefined) return { text: "" };
  const place = placeText(price);
  return { text: inputOutputText(price), notes: [listingMonthText(price), ...(place === "" ? [] : [place])] };
}

/** How far a platform's prices are from the first one's. */
const deltaColumn = (id: string, at: number): Column<CommonModel> => ({
  id,
  label: "Δ",
  kind: "delta",
  cell: ({ prices: [first, ...others] }) => {
    const price = others[at - 1];
    return first === undefined || price === undefined ? { text: "" } : deltaCell(comparePrices(null, first, price));
  },
});

function deltaCell({ side, inputBps, outputBps }: PairRow<null>): Cell {
  if (side === null) return { text: "–", side: "none" };
  const text = side === "tie" ? "same" : differenceText(inputBps, outputBps);
  return side === "tie" || side === "mixed" ? { text } : { text, side: side === "second" ? "under" : "over" };
}

/** `−15 %` where both prices differ by it, `in −20 %`, `in −20 %, out +5 %`. */
function differenceText(inputBps: number | null, outputBps: number | null): string {
  if (inputBps !== null && inputBps === outputBps) return formatDelta(inputBps);
  const parts = [
    ...(inputBps === null || inputBps === 0 ? [] : [`in ${formatDelta(inputBps)}`]),
    ...(outputBps === null || outputBps === 0 ? [] : [`out ${formatDelta(outputBps)}`]),
  ];
  return parts.join(", ");
}
