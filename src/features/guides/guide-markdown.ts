import { escapeMarkdown } from "../../site/markdown.ts";
import { absolute } from "../../site/paths.ts";
import type { GuidePage, GuidesPage } from "./page.ts";

/** A guide in Markdown. */
export const guideMarkdown = ({ title, answer, text, asOf }: GuidePage): string =>
  [`# ${title}`, escapeMarkdown(answer), text.trim(), `Data as of ${asOf}.`].join("\n\n");

/** The list of guides in Markdown. */
export const guidesMarkdown = ({ description, lines, asOf }: GuidesPage): string =>
  [
    "# Guides",
    `${description} Data as of ${asOf}.`,
    lines.map(({ title, answer, path }) => `- [${title}](${absolute(path)}): ${escapeMarkdown(answer)}`).join("\n"),
  ].join("\n\n");
