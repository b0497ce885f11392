import type { Workload, WorkloadPreset } from "../../domain/cost/workload.ts";
import { type Fields, type Problems, readFields } from "../../site/address/field.ts";
import { DEFAULT_TERMS, TERMS_FIELDS, type TermsState } from "../../site/address/purchase-fields.ts";
import {
  flagParam,
  joinedSearches,
  oneOfParam,
  type Params,
  readState,
  someOfParam,
  stateTexts,
  textParam,
  writeState,
} from "../../site/address/url-state.ts";
import { NUMBER_FIELDS, numbersOf, sharesThatFit } from "../../site/address/workload-fields.ts";
import type { SortDirection } from "../../table/sort-direction.ts";
import { firstDirection, OFFER_SORTS, type OfferSort } from "./offer-columns.ts";

/** How a reader looks at a model's offers. */
export interface OfferView {
  /** `main`: as the page is at first, the main platforms before the others and equal prices folded. */
  readonly sort: OfferSort | "main";
  /** Empty = the direction that comes first. */
  readonly order: "" | SortDirection;
  /** Any of them; none = all. */
  readonly kinds: readonly string[];
  readonly regions: readonly string[];
  readonly quantizations: readonly string[];
  /** Only prices in the platform's own words. */
  readonly firstHand: boolean;
  /** The panel that is open. */
  readonly show: "" | "numbers" | "filters";
  /** The offer whose request is shown: its fragment, or `cheapest`. */
  readonly use: string;
}

/** How the month is paid. */
export type OfferTerms = Pick<TermsState, "topUpUsd" | "method" | "firstTopUp" | "unconfirmed">;

/** All that the URL of a model's page says. The numbers are the preset's where they are not the reader's own. */
export interface OffersState {
  readonly preset: WorkloadPreset;
  readonly workload: Workload;
  readonly terms: OfferTerms;
  readonly view: OfferView;
}

/** The words that have a meaning for this model's offers; others in a URL are junk. */
export interface OfferWords {
  readonly kinds: readonly string[];
  readonly regions: readonly string[];
  readonly quantizations: readonly string[];
}

/** A model page's state in the URL: `?workload=rag&requests=1000&top-up=25&kind=cloud,direct&sort=input`. Numbers are named as on `/calculator/`. */
export interface OffersUrl {
  readonly defaults: OffersState;
  /** The state, and a message for every field that was junk, by its name. */
  read(query: URLSearchParams): { readonly state: OffersState; readonly problems: Problems };
  write(state: OffersState): string;
  /** The part of it that a calculator understands, of this model: `?model=a/b&workload=rag&requests=1000`. */
  writeNumbers(state: OffersState, modelId: string): string;
  /** The numbers as the form shows them, by the names of the fields. */
  numberTexts(state: OffersState): ReadonlyMap<string, string>;
}

/** Reads and writes what is asked of a model’s offers as the query of its page. Throws where there is no workload. */
export function offersUrl(presets: readonly WorkloadPreset[], words: OfferWords): OffersUrl {
  const [usualPreset] = presets;
  if (usualPreset === undefined) throw new Error("no workload to begin with");
  const presetNamed = (id: string) => presets.find((preset) => preset.id === id) ?? usualPreset;
  const params = viewParams(words);
  const workloadParams = {
    workload: oneOfParam(
      "workload",
      presets.map(({ id }) => id),
    ),
  };
  const numberSearches = ({ preset, workload, terms }: OffersState) => [
    writeState(workloadParams, { workload: usualPreset.id }, { workload: preset.id }),
    writeState(NUMBER_FIELDS, numbersOf(preset), workload),
    writeState(TERM_FIELDS, DEFAULT_OFFER_TERMS, terms),
  ];
  return {
    defaults: { preset: usualPreset, workload: numbersOf(usualPreset), terms: DEFAULT_OFFER_TERMS, view: DEFAULT_VIEW },
    read: (search) => {
      const query = withShortNames(search);
      const preset = presetNamed(readState(workloadParams, { workload: usualPreset.id }, `?${query}`).workload);
      const numbers = readFields(NUMBER_FIELDS, numbersOf(preset), query);
      const terms = readFields(TERM_FIELDS, DEFAULT_OFFER_TERMS, query);
      const shares = sharesThatFit(numbers.state, 0);
      return {
        state: {
          preset,
          workload: { ...numbers.state, ...shares.value },
          terms: terms.state,
          view: withSort(readState(params, DEFAULT_VIEW, `?${query}`)),
        },
        problems: new Map([...numbers.problems, ...terms.problems, ...shares.problems]),
      };
    },
    write: (state) => joinedSearches([...numberSearches(state), writeState(params, DEFAULT_VIEW, plainOrder(state.view))]),
    writeNumbers: (state, modelId) => joinedSearches([`?model=${modelId}`, ...numberSearches(state)]),
    numberTexts: ({ workload, terms }) => new Map([...stateTexts(NUMBER_FIELDS, workload), ...stateTexts(TERM_FIELDS, terms)]),
  };
}

/** Whether the numbers are the reader's own, and no preset's. */
export const hasOwnNumbers = ({ preset, workload, terms }: OffersState): boolean =>
  writeState(NUMBER_FIELDS, numbersOf(preset), workload) +
    writeState(TERM_FIELDS, DEFAULT_OFFER_TERMS, { ...terms, unconfirmed: DEFAULT_OFFER_TERMS.unconfirmed }) !==
  "";

/** A column's button: its first direction, then the other, then back to the main platforms first. */
export function offersSortedBy(view: OfferView, column: OfferSort): OfferView {
  const direction = directionOf(view);
  if (view.sort !== column) return { ...view, sort: column, order: "" };
  if (direction !== firstDirection(column)) return { ...view, sort: "main", order: "" };
  return { ...view, order: direction === "ascending" ? "descending" : "ascending" };
}

/** Which way the rows are ordered: as asked, else as the column is sorted first. */
export function directionOf({ sort, order }: OfferView): SortDirection {
  if (sort === "main") return "ascending";
  return order === "" ? firstDirection(sort) : order;
}

export const DEFAULT_VIEW: OfferView = {
  sort: "main",
  order: "",
  kinds: [],
  regions: [],
  quantizations: [],
  firstHand: false,
  show: "",
  use: "",
};

const DEFAULT_OFFER_TERMS: OfferTerms = {
  topUpUsd: DEFAULT_TERMS.topUpUsd,
  method: DEFAULT_TERMS.method,
  firstTopUp: DEFAULT_TERMS.firstTopUp,
  unconfirmed: DEFAULT_TERMS.unconfirmed,
};

const TERM_FIELDS: Fields<OfferTerms> = {
  topUpUsd: TERMS_FIELDS.topUpUsd,
  method: TERMS_FIELDS.method,
  firstTopUp: TERMS_FIELDS.firstTopUp,
  unconfirmed: TERMS_FIELDS.unconfirmed,
};

const viewParams = ({ kinds, regions, quantizations }: OfferWords): Params<OfferView> => ({
  kinds: someOfParam("kind", kinds),
  regions: someOfParam("region", regions),
  quantizations: someOfParam("quantization", quantizations),
  firstHand: flagParam("first-hand"),
  sort: oneOfParam("sort", ["main", ...OFFER_SORTS]),
  order: oneOfParam("order", ["", "ascending", "descending"]),
  show: oneOfParam("show", ["", "numbers", "filters"]),
  use: textParam("use", 200),
});

/** The calculator's short names are written; the long ones are read as well. */
const LONG_NAMES = { input: "in", output: "out", method: "pay" } as const;

function withShortNames(search: URLSearchParams): URLSearchParams {
  const query = new URLSearchParams(search);
  for (const [long, short] of Object.entries(LONG_NAMES)) {
    const value = query.get(long);
    if (value !== null && !query.has(short)) query.set(short, value);
  }
  return query;
}

const plainOrder = (view: OfferView): OfferView => ({
  ...view,
  order: view.sort === "main" || view.order === firstDirection(view.sort) ? "" : view.order,
});

/** A direction alone is the monthly cost's, as it was when that was the first order. */
const withSort = (view: OfferView): OfferView => (view.sort === "main" && view.order !== "" ? { ...view, sort: "month" } : view);
