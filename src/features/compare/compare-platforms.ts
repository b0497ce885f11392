import {
  type AskedPrice,
  comparePrices,
  lowestOf,
  type PairRow,
  type PairSummary,
  type SideCounts,
  type Spread,
  spreadOf,
  summarisePair,
} from "../../domain/platform/platform-comparison.ts";
import { formatCount, formatDelta, formatMeter, formatMultiple, formatPlural, formatUsdRange, WORDS } from "../../site/format.ts";
import { paths } from "../../site/paths.ts";
import { type Cell, type Column, textColumn } from "../../table/column.ts";
import { plainTable } from "../../table/table-view.ts";
import { factSection, whoSection } from "./compare-facts.ts";
import type { ComparedPlatform, Listing } from "./compared-platform.ts";
import type { ComparisonSection, ComparisonView } from "./comparison-view.ts";

/** A model every chosen platform sells, and what each asks, in their order. */
export interface SharedModel {
  readonly listing: Listing;
  readonly prices: readonly AskedPrice[];
}

const GAPS_SHOWN = 15;

/** Two to six platforms on the models all of them sell; the first is what the others are measured by. */
export function comparePlatforms(platforms: readonly ComparedPlatform[], month: string): ComparisonView {
  const shared = sharedModels(platforms);
  return {
    title: platforms.map(({ name }) => name).join(" vs "),
    answer: answerOf(platforms, shared),
    notes: platforms.flatMap(({ notes }) => notes),
    sections: [
      ...(shared.length === 0 ? [] : [summarySection(platforms, shared, month), ...gapSection(platforms, shared)]),
      whoSection(platforms),
      factSection(platforms),
      ...(shared.length === 0 ? [] : [modelSection(platforms, shared, month)]),
    ],
  };
}

/** The models all of them sell, in the first one's order. */
export function sharedModels(platforms: readonly Pick<ComparedPlatform, "listings">[]): readonly SharedModel[] {
  const [first, ...others] = platforms.map(({ listings }) => new Map(listings.map((listing) => [listing.id, listing])));
  return [...(first?.values() ?? [])].flatMap((listing) => {
    const prices = others.flatMap((listings) => listings.get(listing.id) ?? []);
    return prices.length === others.length ? [{ listing, prices: [listing, ...prices] }] : [];
  });
}

/** How the platform at a place stands against the first. */
export const standingAgainstFirst = (shared: readonly SharedModel[], at: number): PairSummary =>
  summarisePair(pairRows(shared, at));

/** Chosen models on chosen platforms, sold there or not. */
export function modelsOnPlatforms(platforms: readonly ComparedPlatform[], models: readonly ChosenModel[]): ComparisonSection {
  const columns = platforms.map(({ id: platform, name, listings }): Column<ChosenModel> => {
    const cell = ({ id }: ChosenModel) => listingCell(listings.find((each) => each.id === id));
    return { id: platform, label: name, kind: "money", cell };
  });
  return {
    id: "models-on-platforms",
    title: "These models on these platforms",
    text: "Each platform’s plainest standard offer.",
    table: plainTable(
      {
        label: "Models on platforms",
        caption: "Input / output, dollars per million tokens; beside it the monthly cost for chat, fees included.",
      },
      [modelColumn<ChosenModel>((model) => model), ...columns],
      models,
    ),
  };
}

interface ChosenModel {
  readonly id: string;
  readonly name: string;
}

const listingCell = (listing: Listing | undefined): Cell =>
  listing === undefined ? { text: WORDS.notSold, side: "none" } : { text: priceText(listing), notes: [monthText(listing)] };

function pairRows(shared: readonly SharedModel[], at: number): readonly PairRow<string>[] {
  return shared.flatMap(({ listing, prices: [first, ...others] }) => {
    const second = others[at - 1];
    return first === undefined || second === undefined ? [] : [comparePrices(listing.id, first, second)];
  });
}

function answerOf(platforms: readonly ComparedPlatform[], shared: readonly SharedModel[]): string {
  const [first, ...others] = platforms;
  const list = new Intl.ListFormat("en").format(platforms.map(({ name }) => name));
  if (first === undefined || shared.length === 0) return `No model has a price at ${list}: token prices cannot be compared.`;
  const size = `${list} ${sharing(platforms)} ${formatPlural(shared.length, "model")}.`;
  return [size, ...others.map((other, index) => againstFirst(first, other, standingAgainstFirst(shared, index + 1)))].join(" ");
}

function sharing(platforms: readonly ComparedPlatform[]): string {
  if (platforms.some(({ sellsTokens }) => !sellsTokens)) return "can be compared on";
  return platforms.length === 2 ? "both sell" : "all sell";
}

function againstFirst(first: ComparedPlatform, other: ComparedPlatform, { prices, medianMonthBps }: PairSummary): string {
  const allIn = first.hasUnknownFees || other.hasUnknownFees ? "With unknown fees at their most" : "All in";
  const counts = [
    `${first.name} and ${other.name} tie on ${formatCount(prices.tie)}`,
    `${first.name} is cheaper for ${formatCount(prices.first)}`,
    `${other.name} for ${formatCount(prices.second)}`,
    ...(prices.mixed === 0 ? [] : [`${formatCount(prices.mixed)} ${prices.mixed === 1 ? "is" : "are"} mixed`]),
  ];
  const months =
    medianMonthBps === null ? "" : ` ${allIn}, the median month at ${other.name} is ${medianText(medianMonthBps, first)}.`;
  return `On token prices ${counts.join(", ")}.${months}`;
}

const medianText = (bps: number, { name }: ComparedPlatform): string =>
  bps === 0 ? `the same as at ${name}` : `${formatDelta(Math.abs(bps)).slice(1)} ${bps < 0 ? "under" : "over"} that at ${name}`;

function summarySection(
  platforms: readonly ComparedPlatform[],
  shared: readonly SharedModel[],
  month: string,
): ComparisonSection {
  const [first, ...others] = platforms;
  const name = first?.name ?? "";
  const lines = others.flatMap((other, index): readonly SideLine[] => {
    const summary = standingAgainstFirst(shared, index + 1);
    return [
      {
        label: `${other.name}, token prices`,
        counts: summary.prices,
        medians: [summary.medianInputBps, summary.medianOutputBps],
      },
      { label: `${other.name}, monthly cost`, counts: summary.months, medians: [summary.medianMonthBps] },
    ];
  });
  const caption = `Two medians: input / output. Month = ${month}, with fees and bonus. ${ASSUMED}`;
  return {
    id: "summary",
    title: `Against ${name}`,
    text: "A tie is the same price on input and output, or the same bill. Mixed is cheaper on one and more expensive on the other.",
    table: plainTable({ label: "Summary", caption }, summaryColumns(name), lines),
  };
}

/** How one platform stands against the first, on prices or on months. */
interface SideLine {
  readonly label: string;
  readonly counts: SideCounts;
  readonly medians: readonly (number | null)[];
}

const summaryColumns = (first: string): readonly Column<SideLine>[] => [
  textColumn("platform", "Platform", ({ label }) => label),
  { id: "models", label: "Models", kind: "count", cell: ({ counts }) => countCell(counts.compared) },
  { id: "less", label: `Less at ${first}`, kind: "count", cell: ({ counts }) => countCell(counts.first) },
  { id: "tie", label: "Tie", kind: "count", cell: ({ counts }) => countCell(counts.tie) },
  { id: "less-there", label: "Less there", kind: "count", cell: ({ counts }) => countCell(counts.second) },
  { id: "mixed", label: "Mixed", kind: "count", wide: true, cell: ({ counts }) => countCell(counts.mixed) },
  { id: "median", label: "Median difference", kind: "delta", cell: medianCell },
];

const countCell = (count: number): Cell => ({ text: formatCount(count), figure: count });

function medianCell({ medians }: SideLine): Cell {
  const text = medians.map((bps) => (bps === null ? "–" : bps === 0 ? "tie" : formatDelta(bps))).join(" / ");
  const main = medians.find((bps) => bps !== null && bps !== 0) ?? 0;
  return main === 0 ? { text } : { text, side: main < 0 ? "under" : "over" };
}

/** Empty where all prices tie. */
function gapSection(platforms: readonly ComparedPlatform[], shared: readonly SharedModel[]): readonly ComparisonSection[] {
  const apart = shared.flatMap((model) => {
    const spread = spreadOf(model.prices);
    return spread === null ? [] : [{ ...model, spread }];
  });
  if (apart.length === 0) return [];
  const widest = apart.toSorted((a, b) => (a.spread.times === b.spread.times ? 0 : b.spread.times - a.spread.times));
  const columns: readonly Column<GapLine>[] = [
    modelColumn<GapLine>(({ listing }) => listing),
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
      text: "Where the dearest asks most times what the cheapest does, on input, or on output where inputs tie.",
      table: plainTable(
        { label: "Biggest gaps", caption: "Input / output, dollars per million tokens." },
        columns,
        widest.slice(0, GAPS_SHOWN),
      ),
    },
  ];
}

interface GapLine extends SharedModel {
  readonly spread: Spread;
}

const timesText = ({ times }: Spread): string => (Number.isFinite(times) ? formatMultiple(times) : WORDS.free);

function gapCell(price: AskedPrice | undefined, { meter, low }: Spread): Cell {
  if (price === undefined) return { text: "" };
  const text = priceText(price);
  return price[meter] === low ? { text, notes: ["lowest"] } : { text };
}

function modelSection(platforms: readonly ComparedPlatform[], shared: readonly SharedModel[], month: string): ComparisonSection {
  const columns: readonly Column<SharedModel>[] = [
    modelColumn<SharedModel>(
      ({ listing }) => listing,
      ({ prices }) => [lowestText(prices, platforms)],
    ),
    ...platforms.flatMap(({ id, name }, at): readonly Column<SharedModel>[] => [
      { id, label: name, kind: "money", cell: ({ prices }) => askedCell(prices[at]) },
      ...(at === 0 ? [] : [deltaColumn(`${id}-delta`, at)]),
    ]),
  ];
  const caption = `Input / output, dollars per million tokens, and the monthly cost, fees included; Δ = how far the prices are from the first platform’s. Beside the model’s name: whose month is lowest. Month = ${month}. ${ASSUMED}`;
  return {
    id: "models",
    title: `Every shared model: ${formatCount(shared.length)}`,
    text: "Each platform’s plainest standard offer: no named host, region or quantization where there is a choice.",
    table: plainTable({ label: "Shared models", caption }, columns, shared),
  };
}

/** Whose month is lowest; where only some take a cache price for granted, nobody's. */
function lowestText(prices: readonly AskedPrice[], platforms: readonly ComparedPlatform[]): string {
  if (prices.some(({ monthUsd, isUnconfirmed }) => monthUsd !== null && isUnconfirmed)) return "a month is unconfirmed";
  const known = prices.filter(({ monthUsd }) => monthUsd !== null);
  if (known.length < 2 || new Set(known.map(({ isMonthAssumed }) => isMonthAssumed)).size > 1) return "months not comparable";
  const lowest = lowestOf(prices.map(({ monthUsd }) => monthUsd));
  if (lowest === null || lowest.isTie) return "same month";
  return platforms[prices.findIndex(({ monthUsd }) => monthUsd === lowest.price)]?.name ?? "";
}

/** Prices and month. */
const askedCell = (price: AskedPrice | undefined): Cell =>
  price === undefined ? { text: "" } : { text: priceText(price), notes: [monthText(price)] };

/** How far a platform's prices are from the first one's. */
const deltaColumn = (id: string, at: number): Column<SharedModel> => ({
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
  const text = side === "tie" ? "tie" : differenceText(inputBps, outputBps);
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

const ASSUMED =
  "* = no source names its cache price, so cached input bills as input; such a month counts only against another such.";

function modelColumn<Row>(modelOf: (row: Row) => ChosenModel, notes?: (row: Row) => readonly string[]): Column<Row> {
  const cell = (row: Row): Cell => {
    const { id, name } = modelOf(row);
    return { text: name, href: paths.model(id), ...(notes === undefined ? {} : { notes: notes(row) }) };
  };
  return { id: "model", label: "Model", kind: "text", cell };
}

const priceText = ({ input, output }: AskedPrice): string =>
  `${formatMeter(input ?? undefined, undefined)} / ${formatMeter(output ?? undefined, undefined)}`;

const monthText = ({ monthUsd, lowMonthUsd, isMonthAssumed }: AskedPrice): string =>
  monthUsd === null ? "no month" : `${formatUsdRange(lowMonthUsd ?? monthUsd, monthUsd)}${isMonthAssumed ? "*" : ""}`;
