import {
  type ListedModel,
  type ListedOffer,
  newestListCopies,
  notInNewerList,
} from "../../../../src/domain/doubt/rules/not-in-newer-list.ts";
import type { Model } from "../../../../src/domain/model/model.ts";
import type { Offer } from "../../../../src/domain/offer/offer.ts";
import type { Mirror } from "../../../../src/domain/platform/mirror.ts";
import { spellingKey } from "./spelling-key.ts";

/** What a night has written, as far as lists and their newer copies go. */
export interface NightLists {
  readonly models: readonly (Pick<Model, "id"> & ListedModel)[];
  readonly offers: readonly (Pick<Offer, "id" | "model" | "upstreamId"> & ListedOffer)[];
  /** By source. */
  readonly readings: ReadonlyMap<string, readonly ReadRow[]>;
}

interface ReadRow {
  readonly upstreamId: string;
  readonly key: { readonly platform: string };
}

/**
 * Ids of offers in doubt because no offer of their model is in a newer copy of their platform's list, although a row of that copy has their id there:
 * nobody joined the two. Until 30 November `anthropic/claude-opus-5.5-fast` at Vercel, which pi-ai lists under no service tier; an alias mends it.
 */
export function namedInNewerList({ models, offers, readings }: NightLists, mirrors: readonly Mirror[]): readonly string[] {
  const lists = { listCopies: newestListCopies(offers, mirrors), resoldLists: new Map<string, string>() };
  const siblings = Map.groupBy(offers, ({ model }) => model);
  const modelById = new Map<string, ListedModel>(models.map((model) => [model.id, model]));
  const names = new Set([...lists.listCopies].flatMap(([platform, { source }]) => namesAt(platform, readings.get(source) ?? [])));
  return offers
    .filter(({ platform, upstreamId }) => names.has(nameAt(platform, upstreamId)))
    .filter(({ model, ...offer }) => notInNewerList(offer, siblings.get(model) ?? [], modelById.get(model) ?? {}, lists))
    .map(({ id }) => id);
}

const namesAt = (platform: string, rows: readonly ReadRow[]): readonly string[] =>
  rows.flatMap(({ upstreamId, key }) => (key.platform === platform ? [nameAt(platform, upstreamId)] : []));

/** Without the maker, which one copy names and another may not: `vercel claudeopus55fast …`. */
const nameAt = (platform: string, upstreamId: string): string =>
  `${platform} ${spellingKey(upstreamId.slice(upstreamId.lastIndexOf("/") + 1))}`;
