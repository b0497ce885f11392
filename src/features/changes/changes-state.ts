import {
  oneOfParam,
  type Params,
  readState,
  someOfParam,
  stateTexts,
  wholeNumberParam,
  writeState,
} from "../../site/address/url-state.ts";

/** What a filter asks of a moved card. */
export interface MoveFacts {
  readonly maker: string;
  readonly platform: string;
  readonly word: "seller" | "routed" | "copy";
  /** Of every meter that moved; null = no longer free, a rise beyond all measure. */
  readonly bps: readonly (number | null)[];
}

/** Which changes a reader asks for; it is in the URL. */
export interface ChangesState {
  /** Any of them; none = all. */
  readonly makers: readonly string[];
  readonly platforms: readonly string[];
  readonly direction: "" | "cuts" | "rises";
  readonly minPercent: number | null;
  /** Whose word it is: empty = anybody's. */
  readonly word: "" | MoveFacts["word"];
}

/** `?maker=anthropic,openai&platform=openrouter&direction=cuts&min-change=10&word=routed`. */
export interface ChangesUrl {
  read(search: string): ChangesState;
  write(state: ChangesState): string;
  /** What the controls say, by the names of the parameters. */
  texts(state: ChangesState): ReadonlyMap<string, string>;
}

export const ALL_CHANGES: ChangesState = { makers: [], platforms: [], direction: "", minPercent: null, word: "" };

/** The makers and platforms that have a meaning on the page; others in a URL are junk. */
export function changesUrl(makers: readonly string[], platforms: readonly string[]): ChangesUrl {
  const params: Params<ChangesState> = {
    makers: someOfParam("maker", makers),
    platforms: someOfParam("platform", platforms),
    direction: oneOfParam("direction", ["", "cuts", "rises"]),
    minPercent: wholeNumberParam("min-change", 1, 1_000),
    word: oneOfParam("word", ["", "seller", "routed", "copy"]),
  };
  return {
    read: (search) => readState(params, ALL_CHANGES, search),
    write: (state) => writeState(params, ALL_CHANGES, state),
    texts: (state) => stateTexts(params, state),
  };
}

/**
 * Whether a moved card is asked for. It counts for a direction when any of its meters went that way, and is as large as the greatest of
 * those: input −2 % with output +30 % is a rise of 30 % and a cut of 2 %.
 */
export function fitsChange(facts: MoveFacts, { makers, platforms, direction, minPercent, word }: ChangesState): boolean {
  const isAny = (wanted: readonly string[], value: string) => wanted.length === 0 || wanted.includes(value);
  const moves = facts.bps.map((bps) => bps ?? Number.POSITIVE_INFINITY);
  const shownMoves = moves.filter((bps) => direction === "" || (direction === "cuts" ? bps < 0 : bps > 0));
  return (
    isAny(makers, facts.maker) &&
    isAny(platforms, facts.platform) &&
    (word === "" || word === facts.word) &&
    shownMoves.some((bps) => Math.abs(bps) >= (minPercent ?? 0) * 100)
  );
}

/** A card's meters in an attribute: `[-5500, null]` → `"-5500 free"`. */
export const writeBps = (bps: readonly (number | null)[]): string => bps.map((each) => each ?? "free").join(" ");

/** Changes as a row of the page keeps them, in basis points; null = from or to free. `"-500 free"` → `[-500, null]`. */
export const readBps = (text: string): readonly (number | null)[] =>
  text.split(" ").map((each) => (each === "free" ? null : Number(each)));
