import type { SearchJson } from "../../../../data/json/search-json.ts";
import { loadJson } from "../../../../site/browser/load-json.ts";
import type { ReportedMonths } from "../../find-models.ts";
import type { FinderState } from "../../finder-state.ts";
import { type FinderPlaces, filtersOffers } from "../../matching-offers.ts";
import type { withMatchingOffers } from "../finder-matching.ts";

/** The files a list reads only when a state asks for them, by their names in the form's `data-` attributes. */
interface Later {
  /** Other names of models, names of makers and platforms: the file of the search of every page. */
  readonly names: SearchJson;
  /** All sellers, whom regions, data policies and contexts choose among. */
  readonly places: MatchingPlaces;
  /** What one catalogue alone says, a workload each. */
  readonly reported: readonly ReportedMonths[];
}

/** Sellers, and the code that chooses among them. */
export interface MatchingPlaces {
  readonly places: FinderPlaces;
  readonly withMatchingOffers: typeof withMatchingOffers;
}

export interface LaterFiles {
  /** Whether all is there that a state is shown by. What is not is asked for, and `onRead` called once it came. */
  has(state: FinderState): boolean;
  ask(name: keyof Later): void;
}

/** What is done with each file; one that does not come is passed to `onMissing`, and the list goes on without it. */
export function laterFiles(
  form: HTMLFormElement,
  take: { readonly [Name in keyof Later]: (file: Later[Name]) => void },
  onRead: () => void,
  onMissing: () => void,
): LaterFiles {
  const requested = new Set<keyof Later>();
  const done = new Set<keyof Later>();
  async function read<Name extends keyof Later>(name: Name): Promise<void> {
    const file = await LOADERS[name](form.dataset).catch(() => null);
    if (file !== null) take[name](file);
    done.add(name);
    onRead();
    if (file === null && name !== "names") onMissing();
  }
  function ask(name: keyof Later): void {
    if (requested.has(name)) return;
    requested.add(name);
    void read(name);
  }
  return {
    ask,
    has: (state) => {
      const needed: readonly (keyof Later)[] = [
        ...(state.query === "" ? [] : (["names"] as const)),
        ...(filtersOffers(state) ? (["places"] as const) : []),
        ...(state.unconfirmed ? (["reported"] as const) : []),
      ];
      for (const name of needed) ask(name);
      if (state.makers.length > 0 || state.platforms.length > 0) ask("names");
      // A long context leaves out the same models before their sellers are known: the months follow.
      const isWaiting = (name: keyof Later) =>
        !done.has(name) && (name !== "places" || state.region !== "" || state.dataPolicy !== "");
      return !needed.some(isWaiting);
    },
  };
}

const LOADERS: { readonly [Name in keyof Later]: (addresses: DOMStringMap) => Promise<Later[Name]> } = {
  names: ({ names = "" }) => loadJson(names),
  places: async ({ places = "", matching = "" }) => {
    // Named by the page and not here: the bundler would add its own loader to every page's list.
    const code: Promise<Pick<MatchingPlaces, "withMatchingOffers">> = import(/* @vite-ignore */ matching);
    const [file, { withMatchingOffers }] = await Promise.all([loadJson<FinderPlaces>(places), code]);
    return { places: file, withMatchingOffers };
  },
  reported: ({ reported = "" }) => loadJson(reported),
};
