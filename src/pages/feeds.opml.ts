import { models, platforms } from "../data/catalog.ts";
import { type ListedFeed, opmlResponse } from "../features/changes/opml.ts";
import * as paths from "../site/paths.ts";

/** Every feed but those of single models, which `/models/<maker>.opml` lists. */
export function GET(): Response {
  const makers = new Map(models.map(({ maker, makerName }) => [maker, makerName]));
  return opmlResponse(
    "Token Parity: price changes",
    new Map<string, readonly ListedFeed[]>([
      ["All prices", [{ title: "Every price change", feed: paths.feed.all(), page: paths.changes() }]],
      ["Makers", [...makers].map(([maker, title]) => ({ title, feed: paths.feed.maker(maker), page: paths.maker(maker) }))],
      ["Platforms", platforms.map(({ id, name }) => ({ title: name, feed: paths.feed.platform(id), page: paths.platform(id) }))],
    ]),
  );
}
