import {
  isPlatformSource,
  PLATFORM_SOURCE_IDS,
  type PlatformReader,
  type PlatformSourceId,
  platformReader,
} from "./platforms/platform-sources.ts";

/**
 * What a price source copies. `own`: our job reads the platform's own API or page. `transcribed`: a person wrote a platform's page down.
 * `catalogue`: somebody's list of many platforms' prices: a mirror where `data/curated/mirrors.json` says so, else one catalogue's word.
 */
export type Copies = "own" | "transcribed" | "catalogue";

/** Rows of a catalogue that are no offers. `scripts/night/match/leftovers` holds the rules. */
export type LeftoverRule =
  /** Not listed where another source reads the same platform; the clouds are left alone. */
  | "unlistedElsewhere"
  /** An offer that no other source prices. */
  | "unpricedElsewhere"
  /** One offer at two prices. */
  | "pricedTwice";

/** The catalogues of the table, spelled out: a row names others before the table is whole. A test holds them equal to `CatalogueId`. */
type CatalogueName = "pi-ai" | "models.dev" | "litellm" | "genai-prices";

/** Everything known about a source of prices, for anyone who reads, merges, ranks or names it. */
export interface PriceSource {
  readonly name: string;
  readonly licence: string;
  readonly copies: Copies;
  /** Catalogues it is made from: what it says is their word, so that they and it are one witness. */
  readonly relays: readonly CatalogueName[];
  /** How many days before *as of* a reading may lie until it is stale. */
  readonly budgetDays: number;
  /** The place in the order of trust, lower first; the clouds' regional rows are in another order. */
  readonly rank: { readonly clouds: number; readonly elsewhere: number };
  /** A card that names every meter its platform sells: nobody fills in what it leaves out. */
  readonly isWholeCard: boolean;
  /** Prices of a router that picks the host: they move with the hosts. */
  readonly isRouted: boolean;
  readonly leftovers: readonly LeftoverRule[];
  /** Its prices count only where a catalogue shows most of the same: nobody has seen its answers but in documents. */
  readonly isHeldAgainstCatalogues?: true;
}

const PRICE_PAGE = {
  licence: "public price page",
  copies: "own",
  relays: [],
  budgetDays: 14,
  rank: { clouds: 1, elsewhere: 1 },
  isWholeCard: false,
  isRouted: false,
  leftovers: [],
} as const satisfies Omit<PriceSource, "name">;

/**
 * The one table of price sources, by id. A source that is not here does not compile: `SourceId` is its keys. The order of trust: a platform's
 * own API, its own page, a person's transcript, then the catalogues. LiteLLM keeps the clouds' regions, which models.dev prints at list.
 */
export const SOURCES = {
  "openrouter-models": {
    name: "OpenRouter models",
    licence: "OpenRouter public API",
    copies: "own",
    relays: [],
    budgetDays: 3,
    rank: { clouds: 0, elsewhere: 0 },
    isWholeCard: true,
    isRouted: true,
    leftovers: [],
  },
  "openrouter-endpoints": {
    name: "OpenRouter hosts",
    licence: "OpenRouter public API",
    copies: "own",
    relays: [],
    budgetDays: 14,
    rank: { clouds: 0, elsewhere: 0 },
    isWholeCard: true,
    isRouted: false,
    leftovers: [],
  },
  "list-prices": {
    name: "List prices, read by hand",
    licence: "prices are facts; each row names its page",
    copies: "transcribed",
    relays: [],
    budgetDays: 45,
    rank: { clouds: 2, elsewhere: 2 },
    isWholeCard: false,
    isRouted: false,
    leftovers: [],
  },
  "openai-pricing": { name: "OpenAI pricing", ...PRICE_PAGE },
  "anthropic-pricing": { name: "Anthropic pricing", ...PRICE_PAGE },
  "xai-pricing": { name: "xAI pricing", ...PRICE_PAGE },
  "zai-pricing": { name: "Z.ai pricing", ...PRICE_PAGE },
  "groq-pricing": { name: "Groq models", ...PRICE_PAGE },
  "fireworks-pricing": { name: "Fireworks pricing", ...PRICE_PAGE },
  "pi-ai": {
    name: "pi-ai catalogue",
    licence: "MIT",
    copies: "catalogue",
    // Its generator reads api.json; OpenRouter and Vercel it copies itself (`data/curated/mirrors.json`).
    relays: ["models.dev"],
    budgetDays: 14,
    rank: { clouds: 4, elsewhere: 3 },
    isWholeCard: false,
    isRouted: false,
    leftovers: [],
  },
  "models.dev": {
    name: "models.dev",
    licence: "MIT",
    copies: "catalogue",
    relays: [],
    budgetDays: 14,
    rank: { clouds: 5, elsewhere: 4 },
    isWholeCard: false,
    isRouted: false,
    leftovers: [],
  },
  litellm: {
    name: "LiteLLM price map",
    licence: "MIT",
    copies: "catalogue",
    relays: [],
    budgetDays: 14,
    rank: { clouds: 3, elsewhere: 5 },
    isWholeCard: false,
    isRouted: false,
    leftovers: ["unlistedElsewhere"],
  },
  "genai-prices": {
    name: "genai-prices",
    licence: "MIT",
    copies: "catalogue",
    // Filled from LiteLLM, OpenRouter and others, and held against them since: not a witness beside LiteLLM.
    relays: ["litellm"],
    budgetDays: 14,
    rank: { clouds: 6, elsewhere: 6 },
    isWholeCard: false,
    isRouted: false,
    leftovers: ["unpricedElsewhere", "pricedTwice"],
  },
} as const satisfies Record<string, PriceSource>;
/** A source with facts of its own; those of `platform-sources.ts` share theirs. */
type NamedSource = keyof typeof SOURCES;

/** Closed: the ids of both tables. */
export type SourceId = NamedSource | PlatformSourceId;

/** Sources that list many platforms under names of their own: aliases and exclusions name one of them. */
export type CatalogueId = { [Id in NamedSource]: (typeof SOURCES)[Id]["copies"] extends "catalogue" ? Id : never }[NamedSource];

/** In the order of the tables. Marked as pure, so that no page brings a list which only schemas ask for. */
export const SOURCE_IDS: readonly SourceId[] = /* @__PURE__ */ [...Object.keys(SOURCES), ...PLATFORM_SOURCE_IDS].filter(
  isSourceId,
);

export const CATALOGUE_IDS: readonly CatalogueId[] = /* @__PURE__ */ SOURCE_IDS.filter(isCatalogue);

/** The table's row, with the fields every source has. */
export function sourceFacts(id: SourceId): PriceSource {
  return isPlatformSource(id) ? factsOfReader(platformReader(id)) : SOURCES[id];
}

/** A platform's machine-readable prices come before a page of it, as OpenRouter's do. */
function factsOfReader({ name, reads }: PlatformReader): PriceSource {
  if (reads === "page") return { ...PRICE_PAGE, name, isHeldAgainstCatalogues: true };
  return { ...PRICE_PAGE, name, licence: "public price API", rank: { clouds: 0, elsewhere: 0 }, isHeldAgainstCatalogues: true };
}

/** Whether an id is that of a source we know, by hand or by a spec. */
export function isSourceId(id: string): id is SourceId {
  return Object.hasOwn(SOURCES, id) || isPlatformSource(id);
}

/** A list of others' prices: what it says is a copy. */
export function isCatalogue(id: SourceId): id is CatalogueId {
  return sourceFacts(id).copies === "catalogue";
}

/** `first` = the platform's own words; a row of a transcript says for itself whether it is. */
export const handOf = (id: SourceId): "first" | "second" => (isCatalogue(id) ? "second" : "first");
