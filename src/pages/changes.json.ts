import { changeRecord, namer } from "../data/change-record.ts";
import { feedEntries, jsonFeed } from "../features/changes/change-feed.ts";
import { jsonTopic } from "../features/changes/feeds.ts";

export function GET(): Response {
  const text = jsonFeed(jsonTopic, feedEntries(changeRecord(), namer), changeRecord().asOf);
  return new Response(text, { headers: { "content-type": "application/feed+json; charset=utf-8" } });
}
