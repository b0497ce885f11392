import type { Workload, WorkloadPreset } from "../../domain/cost/workload.ts";
import { type Problems, readFields } from "../../site/address/field.ts";
import { REGION_CHOICES, type RegionChoice } from "../../site/address/region-choice.ts";
import {
  flagParam,
  joinedSearches,
  oneOfParam,
  type Params,
  readState,
  stateTexts,
  writeState,
} from "../../site/address/url-state.ts";
import { NUMBER_FIELDS, numbersOf, sharesThatFit } from "../../site/address/workload-fields.ts";
import { COMPARED_PARAMS, type ComparedIds, NOTHING_COMPARED } from "./compared.ts";

/**
 * All that the URL of a comparison says: `?p=openrouter,vercel&m=anthropic/claude-opus-4.8&region=eu&workload=coding-agent&cached=90`. The
 * numbers are the preset's where they are not the reader's own.
 */
export interface CompareState extends ComparedIds {
  /** Whether sellers count whose price one catalogue alone names. */
  readonly unconfirmed: boolean;
  readonly region: RegionChoice;
  readonly preset: WorkloadPreset;
  readonly workload: Workload;
}

/** Reads and writes a comparison's address. */
export interface CompareUrl {
  /** The state, and a message for every field that was junk, by its name. */
  read(query: URLSearchParams): { readonly state: CompareState; readonly problems: Problems };
  write(state: CompareState): string;
  /** What the controls show, by the names of the parameters. */
  texts(state: CompareState): ReadonlyMap<string, string>;
}

/** Reads and writes what is compared, and for which month, as the query of the page. Throws where there is no workload. */
export function compareUrl(presets: readonly WorkloadPreset[]): CompareUrl {
  const [defaultPreset] = presets;
  if (defaultPreset === undefined) throw new Error("no workload to begin with");
  const workloadParam: Params<{ readonly workload: string }> = {
    workload: oneOfParam(
      "workload",
      presets.map(({ id }) => id),
    ),
  };
  const defaults = { workload: defaultPreset.id };
  return {
    read: (query) => {
      const { workload: id } = readState(workloadParam, defaults, `?${query}`);
      const preset = presets.find((each) => each.id === id) ?? defaultPreset;
      const numbers = readFields(NUMBER_FIELDS, numbersOf(preset), query);
      const shares = sharesThatFit(numbers.state, 0);
      const workload = { ...numbers.state, ...shares.value };
      const problems = new Map([...numbers.problems, ...shares.problems]);
      return { state: { ...readState(PARAMS, NOTHING, `?${query}`), preset, workload }, problems };
    },
    write: ({ preset, workload, ...state }) =>
      joinedSearches([
        writeState(PARAMS, NOTHING, state),
        writeState(workloadParam, defaults, { workload: preset.id }),
        writeState(NUMBER_FIELDS, numbersOf(preset), workload),
      ]),
    texts: ({ preset, workload, ...state }) =>
      new Map([
        ...stateTexts(PARAMS, state),
        ...stateTexts(workloadParam, { workload: preset.id }),
        ...stateTexts(NUMBER_FIELDS, workload),
      ]),
  };
}

/** Whether the numbers are the reader's own, and no preset's. */
export const isOwnWorkload = ({ preset, workload }: Pick<CompareState, "preset" | "workload">): boolean =>
  writeState(NUMBER_FIELDS, numbersOf(preset), workload) !== "";

const PARAMS: Params<Omit<CompareState, "preset" | "workload">> = {
  ...COMPARED_PARAMS,
  unconfirmed: flagParam("unconfirmed"),
  region: oneOfParam("region", REGION_CHOICES),
};
const NOTHING = { ...NOTHING_COMPARED, unconfirmed: false, region: "any" } as const;
