import { announcementGroups } from "../lib/announcement-groups.ts";
import { announcements, run } from "../lib/catalog.ts";
import { changesMarkdown } from "../lib/changes-markdown.ts";
import { changesPage } from "../lib/changes-page.ts";
import { markdownResponse } from "../lib/markdown.ts";
import { marketIndexOfSite } from "../lib/market-index-data.ts";
import { changeRecord, namer } from "../lib/moves.ts";

export const GET = (): Response =>
  markdownResponse(
    changesMarkdown(
      changesPage(changeRecord(), run, namer),
      announcementGroups(announcements, run.asOf, namer.model),
      marketIndexOfSite(),
      run.asOf,
    ),
  );
