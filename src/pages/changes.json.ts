import { allJsonFeed } from "../features/changes/feeds.ts";

export const GET = (): Response =>
  new Response(allJsonFeed(), { headers: { "content-type": "application/feed+json; charset=utf-8" } });
