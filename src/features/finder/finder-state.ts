import { priceRange, priceRangeText } from "../../domain/money/price-range.ts";
import type { RegionGroup } from "../../domain/offer/region.ts";
import type { DataPromise } from "../../domain/ranking/filter/data-promise.ts";
import { EVIDENCE, type Evidence } from "../../domain/source/evidence-class.ts";
import {
  flagParam,
  oneOfParam,
  type Param,
  type Params,
  readState,
  someOfParam,
  stateTexts,
  textParam,
  wholeNumberParam,
  writeState,
  yearMonthParam,
} from "../../site/address/url-state.ts";
import type { SortDirection } from "../../table/sort-direction.ts";

/** The columns a list of models can be sorted by, each with the direction that comes first. */
export const SORTS = {
  use: "ascending",
  name: "ascending",
  list: "ascending",
  output: "ascending",
  month: "ascending",
  seller: "ascending",
  discount: "ascending",
  quality: "descending",
  platforms: "descending",
  context: "descending",
  released: "descending",
} as const;
export type FinderSort = keyof typeof SORTS;

/** The regions enough is sold in to choose one. */
export const FINDER_REGIONS = ["global", "us", "eu", "uk", "apac"] as const satisfies readonly RegionGroup[];
export type FinderRegion = (typeof FINDER_REGIONS)[number];
export const CAPABILITIES = ["tools", "reasoning", "structured-output"] as const;
export type Capability = (typeof CAPABILITIES)[number];
/** What a platform may be asked to promise: `DATA_PROMISES` without the one that asks for nothing. */
export const DATA_POLICIES = ["no-training", "zero-retention"] as const satisfies readonly DataPromise[];
export type DataPolicyFilter = (typeof DATA_POLICIES)[number];
/** The columns of the list beside the name. The last two are there only for who asks. */
export const LIST_COLUMNS = [
  "list",
  "month",
  "seller",
  "ladder",
  "platforms",
  "context",
  "released",
  "quality",
  "lowest-input",
] as const;
export type ListColumn = (typeof LIST_COLUMNS)[number];
export const DEFAULT_COLUMNS: readonly ListColumn[] = LIST_COLUMNS.slice(0, 7);
export const MODALITIES = ["text", "image", "audio", "video", "file"] as const;
export type Modality = (typeof MODALITIES)[number];

/** What a reader asks of the list of models; it is in the URL. */
export interface FinderState {
  readonly query: string;
  /** Any of them; none = all. */
  readonly makers: readonly string[];
  /** Sold on any of them; none = all. */
  readonly platforms: readonly string[];
  /** Months and lowest prices of sellers that name this region; empty = of all. */
  readonly region: "" | FinderRegion;
  /** The same of platforms with such a policy. */
  readonly dataPolicy: "" | DataPolicyFilter;
  /** All of them. */
  readonly capabilities: readonly Capability[];
  /** Takes all of them. */
  readonly inputs: readonly Modality[];
  /** Makes all of them. */
  readonly outputs: readonly Modality[];
  readonly openWeights: "" | "yes" | "no";
  /** How the cheapest month's price is known. */
  readonly evidence: "" | Evidence;
  /** Whether months count that one catalogue alone names. */
  readonly unconfirmed: boolean;
  /** On LMArena's scale. */
  readonly minQuality: number | null;
  /** Of the model, and of the offer whose month is shown. */
  readonly minContextTokens: number | null;
  /** Dollars per million input tokens at the seller who charges the least for them, as `priceRange` reads it: `0.5..2`; empty = any. */
  readonly inputPrice: string;
  /** The same of the cheapest month, in dollars. */
  readonly monthPrice: string;
  /** First month of release, `2026-01`. */
  readonly since: string | null;
  /** The preset whose month is shown. */
  readonly workload: string;
  /** Empty = by use, or by month when a workload was chosen. */
  readonly sort: FinderSort | "";
  /** Empty = the direction that comes first for the column. */
  readonly order: SortDirection | "";
  readonly columns: readonly ListColumn[];
}

/** The ids that have a meaning today; others in a URL are junk. */
export interface FinderWords {
  readonly makers: readonly string[];
  readonly platforms: readonly string[];
  /** The default first. */
  readonly presets: readonly string[];
}

/**
 * A finder's state in the URL, always in this order, defaults left out: `q maker platform region data-policy capability modality
 * output-modality open-weights evidence unconfirmed min-quality min-context max-input max-month since workload sort order columns`. So `?q=opus&maker=anthropic&platform=azure&modality=image&open-weights=yes&min-context=200000&sort=context`.
 */
export interface FinderUrl {
  /** What the plain URL stands for. */
  readonly defaults: FinderState;
  read(search: string): FinderState;
  write(state: FinderState): string;
  /** What the controls say, by the names of the parameters. */
  texts(state: FinderState): ReadonlyMap<string, string>;
}

/** Reads and writes what is asked of the finder as the query of a page; what is usual is in no address. */
export function finderUrl(words: FinderWords): FinderUrl {
  const params = paramsOf(words);
  const defaults = usualState(words);
  const write = (state: FinderState) => writeState(params, defaults, plainOrder(state, defaults.workload));
  return {
    defaults,
    write,
    read: (search) => readState(params, defaults, search),
    texts: (state) => new Map([...stateTexts(params, state), ["sort", orderOf(state, defaults.workload).by]]),
  };
}

const paramsOf = ({ makers, platforms, presets }: FinderWords): Params<FinderState> => ({
  query: textParam("q"),
  makers: someOfParam("maker", makers),
  platforms: someOfParam("platform", platforms),
  region: oneOfParam("region", ["", ...FINDER_REGIONS]),
  dataPolicy: oneOfParam("data-policy", ["", ...DATA_POLICIES]),
  capabilities: someOfParam("capability", CAPABILITIES),
  inputs: someOfParam("modality", MODALITIES),
  outputs: someOfParam("output-modality", MODALITIES),
  openWeights: oneOfParam("open-weights", ["", "yes", "no"]),
  evidence: oneOfParam("evidence", ["", ...EVIDENCE]),
  unconfirmed: flagParam("unconfirmed"),
  minQuality: wholeNumberParam("min-quality", 1, 9_999),
  minContextTokens: wholeNumberParam("min-context", 1, 1_000_000_000),
  inputPrice: priceExpression("max-input"),
  monthPrice: priceExpression("max-month"),
  since: yearMonthParam("since"),
  workload: oneOfParam("workload", presets),
  sort: oneOfParam("sort", [
    "",
    "use",
    "name",
    "list",
    "output",
    "month",
    "seller",
    "discount",
    "quality",
    "platforms",
    "context",
    "released",
  ]),
  order: oneOfParam("order", ["", "ascending", "descending"]),
  columns: someOfParam("columns", LIST_COLUMNS),
});

/** The name is from when the most alone could be said: `?max-input=0.25` is at most that, `?max-input=0.5..2` between the two. */
function priceExpression(name: string): Param<string> {
  const read = (text: string) => (text === "" || priceRange(text.trim()) !== null ? priceRangeText(text) : undefined);
  return { name, read, write: (expression) => expression };
}

const usualState = ({ presets }: FinderWords): FinderState => ({
  query: "",
  makers: [],
  platforms: [],
  region: "",
  dataPolicy: "",
  capabilities: [],
  inputs: [],
  outputs: [],
  openWeights: "",
  evidence: "",
  unconfirmed: false,
  minQuality: null,
  minContextTokens: null,
  inputPrice: "",
  monthPrice: "",
  since: null,
  workload: presets[0] ?? "",
  sort: "",
  order: "",
  columns: DEFAULT_COLUMNS,
});

/** The order a state asks for: with a workload chosen, its cheapest month first. */
export function orderOf(
  { sort, order, workload }: FinderState,
  defaultWorkload: string,
): { readonly by: FinderSort; readonly direction: SortDirection } {
  const by = sort === "" ? (workload === defaultWorkload ? "use" : "month") : sort;
  return { by, direction: order === "" ? SORTS[by] : order };
}

/** A column's button: its first direction, then the other, then back to the order of use. */
export function sortedBy(state: FinderState, column: FinderSort, defaultWorkload: string): FinderState {
  const now = orderOf(state, defaultWorkload);
  if (now.by !== column) return { ...state, sort: column, order: "" };
  if (now.direction !== SORTS[column]) return { ...state, sort: "use", order: "" };
  return { ...state, sort: column, order: now.direction === "ascending" ? "descending" : "ascending" };
}

/** The same order with as few words as will do. */
function plainOrder(state: FinderState, defaultWorkload: string): FinderState {
  const { by, direction } = orderOf(state, defaultWorkload);
  const unasked = orderOf({ ...state, sort: "", order: "" }, defaultWorkload);
  return { ...state, sort: by === unasked.by ? "" : by, order: direction === SORTS[by] ? "" : direction };
}
