import type { Maker } from "../../../../src/domain/model/maker.ts";
import type { Model } from "../../../../src/domain/model/model.ts";
import type { Offer } from "../../../../src/domain/offer/offer.ts";

/** Figures this close are one length in two spellings: 128,000 and 131,072, 1,000,000 and 1,048,576. */
const SAME_LENGTH = 0.05;

/** How long a request one seller takes at most. */
interface Named {
  readonly seller: string;
  readonly tokens: number;
}

/**
 * The models, each with the context that its sellers bear out. OpenRouter's list says that of the host it prefers on the day, 64,000 tokens of
 * DeepSeek R1's 163,840, and one host may serve less than the weights take, or none what the list says. So a list is corrected: to what the
 * maker's own platform names, where that is longer and another seller names it too; to the longest that two sellers name, where most name a
 * longer one than the list; and down to the longest of all, where not one of two or more names as much. Where no list says, two sellers do.
 */
export function withSellersContext(
  models: readonly Model[],
  offers: readonly Offer[],
  makers: readonly Maker[],
): readonly Model[] {
  const offersBy = Map.groupBy(offers, ({ model }) => model);
  const platformsOf = new Map(makers.map(({ maker, platforms }) => [maker, new Set(platforms.map(({ platform }) => platform))]));
  return models.map((model) => {
    const named = namedBySeller(offersBy.get(model.id) ?? []);
    const contextTokens = borneOut(model.contextTokens, named, platformsOf.get(model.maker) ?? new Set());
    return contextTokens === model.contextTokens ? model : { ...model, contextTokens };
  });
}

/** One word per seller, or per host behind a router: its longest; the longest first. */
function namedBySeller(offers: readonly Offer[]): readonly Named[] {
  const current = offers.filter(({ status }) => status !== "retired");
  return [...Map.groupBy(current, ({ host, platform }) => host ?? platform)]
    .map(([seller, rows]) => ({ seller, tokens: Math.max(...rows.map(({ contextTokens }) => contextTokens ?? 0)) }))
    .filter(({ tokens }) => tokens > 0)
    .toSorted((a, b) => b.tokens - a.tokens);
}

function borneOut(listed: number | null, named: readonly Named[], makers: ReadonlySet<string>): number | null {
  if (listed === null) return longestOfTwo(named);
  const [longest] = named;
  if (longest !== undefined && named.length > 1 && longest.tokens < listed * (1 - SAME_LENGTH)) return longest.tokens;
  const longer = named.filter(({ tokens }) => tokens > listed * (1 + SAME_LENGTH));
  const own = longer.find(({ seller }) => makers.has(seller));
  if (own !== undefined && alike(longer, own.tokens).length > 1) return own.tokens;
  return longer.length * 2 > named.length ? (longestOfTwo(longer) ?? listed) : listed;
}

/** The longest length that two name, in the spelling that most use, the longer one of two as frequent. */
function longestOfTwo(named: readonly Named[]): number | null {
  const longest = named.find(({ tokens }) => alike(named, tokens).length > 1);
  if (longest === undefined) return null;
  const spellings = [...Map.groupBy(alike(named, longest.tokens), ({ tokens }) => tokens)];
  return spellings.toSorted(([a, as], [b, bs]) => bs.length - as.length || b - a)[0]?.[0] ?? null;
}

const alike = (named: readonly Named[], tokens: number): readonly Named[] =>
  named.filter((each) => Math.abs(each.tokens / tokens - 1) <= SAME_LENGTH);
