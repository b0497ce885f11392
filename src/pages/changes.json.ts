import { feedEntries, jsonFeed } from "../lib/change-feed.ts";
import { jsonTopic } from "../lib/feeds.ts";
import { changeRecord, namer } from "../lib/moves.ts";

export function GET(): Response {
  const text = jsonFeed(jsonTopic, feedEntries(changeRecord(), namer), changeRecord().asOf);
  return new Response(text, { headers: { "content-type": "application/feed+json; charset=utf-8" } });
}
