import { formatDay } from "../format.ts";
import { escapeMarkdown } from "../markdown.ts";
import * as paths from "../paths.ts";

/** A piece of HTML or Markdown to copy into another page. */
export interface EmbedCode {
  readonly label: string;
  readonly code: string;
}

/** The codes of a model: frame and badge, live and, where a day was kept, pinned to it. */
export function modelCodes(id: string, name: string, pinnedDay: string | undefined): readonly EmbedCode[] {
  const form = (what: string, day?: string): readonly EmbedCode[] => [
    { label: `Frame, ${what}`, code: frameCode(paths.embedModel(id, day), `Prices of ${name}`, day === undefined ? 400 : 220) },
    { label: `Badge, ${what}`, code: badgeCode(id, name, day) },
  ];
  return [...form("live"), ...(pinnedDay === undefined ? [] : form(`pinned to ${pinnedDay}`, pinnedDay))];
}

/** The same of a ranking: it has no badge. */
export function rankingCodes(workload: string, title: string, pinnedDay: string | undefined): readonly EmbedCode[] {
  const code = (day?: string) => frameCode(paths.embedBest(workload, day), title, 480);
  const pinned =
    pinnedDay === undefined ? [] : [{ label: `The rows of ${formatDay(pinnedDay)}, never changed:`, code: code(pinnedDay) }];
  return [{ label: "Today’s first rows, on every day:", code: code() }, ...pinned];
}

const frameCode = (path: string, title: string, height: number): string =>
  `<iframe src="${paths.absolute(path)}" title="${escapeAttribute(title)}" width="100%" height="${height}" loading="lazy" frameborder="0"></iframe>`;

const badgeCode = (id: string, name: string, day?: string): string =>
  `[![Prices of ${escapeMarkdown(name)}](${paths.absolute(paths.badge(id, day))})](${paths.absolute(paths.model(id))})`;

const escapeAttribute = (text: string): string => text.replace(/[&"<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
