import { type Announcement, type AnnouncementState, announcementState } from "../../domain/history/announcement.ts";
import * as paths from "../../site/paths.ts";
import { announcementText } from "../../site/words/days/announcement-text.ts";
import type { ModelLink } from "./change-lines.ts";

/** Announcements in one state, under a heading. */
export interface AnnouncementGroup {
  readonly id: AnnouncementState;
  readonly title: string;
  readonly lines: readonly AnnouncementLine[];
}

/** What a platform said of one model or of several alike. */
export interface AnnouncementLine {
  /** Empty = of no model in particular. */
  readonly models: readonly ModelLink[];
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
    lines: toldOnce(
      announcements
        .filter((each) => announcementState(each, day) === id)
        .map((each) => ({
          models: each.model === null ? [] : [linkOf(each.model, modelName)],
          text: announcementText(each, platformName(each.platform)),
          sourceUrl: each.sourceUrl,
        })),
    ),
  }));
  return groups.filter(({ lines }) => lines.length > 0);
}

/** Lines that say the same of several models become one, where the first of them stood: OpenAI shuts GPT-5, GPT-5 Mini and GPT-5 Nano down on one day. */
function toldOnce(lines: readonly AnnouncementLine[]): readonly AnnouncementLine[] {
  const alike = Map.groupBy(lines, ({ text, sourceUrl }) => JSON.stringify([text, sourceUrl]));
  return [...alike.values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [{ ...first, models: [first, ...others].flatMap(({ models }) => models) }],
  );
}

function linkOf(id: string, modelName: (id: string) => string | null): ModelLink {
  const name = modelName(id);
  return name === null ? { name: id, path: null } : { name, path: paths.model(id) };
}
