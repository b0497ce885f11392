import { announcements, run } from "../data/catalog.ts";
import { changeRecord, namer } from "../data/moves.ts";
import { announcementGroups } from "../features/changes/announcement-groups.ts";
import { changesMarkdown } from "../features/changes/changes-markdown.ts";
import { changesPage } from "../features/changes/changes-page.ts";
import { marketIndexOfSite } from "../features/changes/market-index-data.ts";
import { markdownResponse } from "../site/markdown.ts";

export const GET = (): Response =>
  markdownResponse(
    changesMarkdown(
      changesPage(changeRecord(), run, namer),
      announcementGroups(announcements, run.asOf, namer.model),
      marketIndexOfSite(),
      run.asOf,
    ),
  );
