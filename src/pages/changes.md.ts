import { changesMarkdown } from "../features/changes/changes-markdown.ts";
import { changesPage } from "../features/changes/page.ts";
import { marketIndexOfSite } from "../features/market-index/market-index-data.ts";
import { marketIndexMarkdown } from "../features/market-index/market-index-markdown.ts";
import { markdownResponse } from "../site/markdown.ts";

export function GET(): Response {
  const index = marketIndexOfSite();
  return markdownResponse(changesMarkdown(changesPage(), index === null ? [] : marketIndexMarkdown(index)));
}
