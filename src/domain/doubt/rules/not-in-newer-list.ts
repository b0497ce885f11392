import type { Model } from "../../model/model.ts";
import type { Offer, Tier } from "../../offer/offer.ts";
import type { Mirror } from "../../platform/mirror.ts";
import type { SourceId } from "../../source/sources.ts";
import type { Doubt } from "../doubt.ts";

/** The newest copy that a catalogue's program made of a platform's whole list. */
export interface ListCopy {
  readonly source: SourceId;
  readonly readAt: string;
  /** The service tiers that it names. */
  readonly tiers: ReadonlySet<Tier>;
}

export interface ListContext {
  /** By platform. */
  readonly listCopies: ReadonlyMap<string, ListCopy>;
  /** Platform → the platform whose list it resells. */
  readonly resoldLists: ReadonlyMap<string, string>;
}

export type ListedOffer = Pick<Offer, "platform" | "host" | "tier" | "status" | "source">;
export type ListedModel = Partial<Pick<Model, "tools" | "outputModalities">>;

/**
 * The newest copy of each platform whose own list a program copies: of OpenRouter's pi-ai's of 20 November, where models.dev's is of 30 September. What a
 * catalogue passes on of another's copy is none: of Cloudflare's gateway pi-ai takes a part.
 */
export function newestListCopies(offers: readonly ListedOffer[], mirrors: readonly Mirror[]): ListContext["listCopies"] {
  const copied = new Set(mirrors.map(({ platform, source }) => `${platform} ${source}`));
  const ofLists = offers.filter(({ platform, host, source }) => host === null && copied.has(`${platform} ${source.id}`));
  return new Map(
    [...Map.groupBy(ofLists, ({ platform }) => platform)].map(([platform, sold]) => {
      const { id, readAt } = sold.map(({ source }) => source).reduce((a, b) => (b.readAt > a.readAt ? b : a));
      const newest = sold.filter(({ source }) => source.id === id && source.readAt === readAt);
      return [platform, { source: id, readAt, tiers: new Set(newest.map(({ tier }) => tier)) }] as const;
    }),
  );
}

/**
 * (d) What a newer copy of the platform's own list leaves out: o4 Mini High at OpenRouter for 1.10/4.40 on 30 September, which OpenRouter's list has
 * no more on 20 November. Where a platform resells another's list, what that one leaves out: o4 Mini High at Kilo, by the same price of the same day.
 * `siblings`: the model's offers, of any platform.
 */
export function notInNewerList(
  offer: ListedOffer,
  siblings: readonly ListedOffer[],
  model: ListedModel,
  context: ListContext,
): Doubt | null {
  return notInItsOwn(offer, siblings, model, context) ?? notInTheResold(offer, siblings, model, context);
}

type NotInList = Extract<Doubt, { rule: "notInNewerList" }>;

/** Of models with tool calls and text alone, since pi-ai lists no others, and of tiers that the copy names; a held price is one that the list still names. */
function notInItsOwn(
  { platform, host, tier, status, source }: ListedOffer,
  siblings: readonly ListedOffer[],
  { tools, outputModalities = [] }: ListedModel,
  { listCopies }: Pick<ListContext, "listCopies">,
): NotInList | null {
  const copy = listCopies.get(platform);
  if (copy === undefined || host !== null || status !== "current" || !copy.tiers.has(tier)) return null;
  if (tools !== true || outputModalities.join() !== "text" || !isOlder(source, copy)) return null;
  const isNamed = siblings.some(
    (each) => each.platform === platform && each.host === null && each.tier === tier && each.source.readAt === copy.readAt,
  );
  return isNamed ? null : { rule: "notInNewerList", source: copy.source, readAt: copy.readAt };
}

/** Only where the other platform sold the model at the same tier: what a reseller has besides is its own. */
function notInTheResold(
  { platform, host, tier, status, source }: ListedOffer,
  siblings: readonly ListedOffer[],
  model: ListedModel,
  { listCopies, resoldLists }: ListContext,
): NotInList | null {
  const listOf = resoldLists.get(platform);
  if (listOf === undefined || host !== null || status !== "current") return null;
  const resold = siblings.filter((each) => each.platform === listOf && each.tier === tier);
  const gone = resold.map((each) => notInItsOwn(each, siblings, model, { listCopies })).find((doubt) => doubt !== null);
  return gone === undefined || !isOlder(source, gone) ? null : { ...gone, listOf };
}

/** By the day. */
const isOlder = (a: Pick<ListCopy, "readAt">, b: Pick<ListCopy, "readAt">): boolean =>
  a.readAt.slice(0, 10) < b.readAt.slice(0, 10);
