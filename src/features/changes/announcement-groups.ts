import { type Announcement, type AnnouncementState, announcementState } from "../../domain/history/announcement.ts";
import * as paths from "../../site/paths.ts";
import { announcementText } from "../../site/words/days/announcement-text.ts";

/** Announcements in one state, under a heading. */
export interface AnnouncementGroup {
  readonly id: AnnouncementState;
  readonly title: string;
  readonly lines: readonly AnnouncementLine[];
}

export interface AnnouncementLine {
  readonly model: { readonly name: string; readonly path: string | null } | null;
  readonly text: string;
  readonly sourceUrl: string;
}

const GROUPS = [
  { id: "ahead", title: "Ahead" },
  { id: "effective", title: "Took effect in the last 90 days" },
  { id: "open", title: "Promised time over, nothing said since" },
  { id: "calledOff", title: "Called off" },
] as const satisfies readonly { readonly id: AnnouncementState; readonly title: string }[];

/** What is ahead, what took effect recently, what hangs and what was called off by a day; a group without any is left out. */
export function announcementGroups(
  announcements: readonly Announcement[],
  day: string,
  modelName: (id: string) => string | null,
  platformName: (id: string) => string,
): readonly AnnouncementGroup[] {
  const groups = GROUPS.map(({ id, title }) => ({
    id,
    title,
    lines: announcements
      .filter((each) => announcementState(each, day) === id)
      .map((each) => ({
        model: linkOf(each.model, modelName),
        text: announcementText(each, platformName(each.platform)),
        sourceUrl: each.sourceUrl,
      })),
  }));
  return groups.filter(({ lines }) => lines.length > 0);
}

function linkOf(id: string | null, modelName: (id: string) => string | null): AnnouncementLine["model"] {
  if (id === null) return null;
  const name = modelName(id);
  return name === null ? { name: id, path: null } : { name, path: paths.model(id) };
}
