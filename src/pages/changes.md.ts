import { announcements, run } from "../data/catalog.ts";
import { changeRecord, namer } from "../data/change-record.ts";
import { announcementGroups } from "../features/changes/announcement-groups.ts";
import { changesMarkdown } from "../features/changes/changes-markdown.ts";
import { changesPage } from "../features/changes/changes-page.ts";
import { marketIndexOfSite } from "../features/market-index/market-index-data.ts";
import { marketIndexMarkdown } from "../features/market-index/market-index-markdown.ts";
import { markdownResponse } from "../site/markdown.ts";

export function GET(): Response {
  const index = marketIndexOfSite();
  return markdownResponse(
    changesMarkdown(
      changesPage(changeRecord(), run, namer),
      announcementGroups(announcements, run.asOf, namer.model),
      index === null ? [] : marketIndexMarkdown(index),
      run.asOf,
    ),
  );
}
