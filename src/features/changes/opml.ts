import { escapeXml } from "../../site/html-text.ts";
import { absolute } from "../../site/paths.ts";

/** One feed as a reader lists it. */
export interface ListedFeed {
  readonly title: string;
  /** Of the feed, and of the page it is about; paths of the site. */
  readonly feed: string;
  readonly page: string;
}

/** OPML 2.0: a list of feeds that a feed reader imports in one go. Groups of one level, each with its feeds. */
export function opmlResponse(title: string, groups: ReadonlyMap<string, readonly ListedFeed[]>): Response {
  const body = [...groups].map(
    ([group, feeds]) => `<outline text="${escapeXml(group)}">\n${feeds.map(outlineOf).join("\n")}\n</outline>`,
  );
  const text = `<?xml version="1.0" encoding="UTF-8"?>\n<opml version="2.0">\n<head><title>${escapeXml(title)}</title></head>\n<body>\n${body.join("\n")}\n</body>\n</opml>\n`;
  return new Response(text, { headers: { "content-type": "text/x-opml; charset=utf-8" } });
}

function outlineOf({ title, feed, page }: ListedFeed): string {
  const name = escapeXml(title);
  return `<outline type="rss" text="${name}" title="${name}" xmlUrl="${escapeXml(absolute(feed))}" htmlUrl="${escapeXml(absolute(page))}"/>`;
}
