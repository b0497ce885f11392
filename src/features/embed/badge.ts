import { escapeXml } from "../../site/html-text.ts";
import { memoizeBy } from "../../site/page/memoize-by.ts";
import { PALETTE } from "../../site/palette.ts";

/** A badge in two parts: what it is about, and what it says. */
export interface Badge {
  readonly label: string;
  readonly value: string;
  /** Read aloud and shown on hover. */
  readonly title: string;
}

const HEIGHT = 20;
const PADDING = 7;
/** Longer texts end in an ellipsis: a badge is in a line of text. */
const LONGEST_TEXT = 80;

/** The badge as Shields' endpoint wants it; asked for again once a day at most. */
export const shieldsBadge = ({ label, value }: Badge) => ({
  schemaVersion: 1,
  label,
  message: value,
  color: PALETTE.accent,
  cacheSeconds: 86_400,
});

/** The badge as SVG. Nobody knows the reader's fonts: each text is stretched to the width it was measured for. */
export function badgeSvg({ label, value, title }: Badge): string {
  const left = badgeHalf(label, 0, PALETTE.ink);
  const right = badgeHalf(value, left.width, PALETTE.accent);
  const escapedTitle = escapeXml(title);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${left.width + right.width}" height="${HEIGHT}" role="img" aria-label="${escapedTitle}">`,
    `<title>${escapedTitle}</title>`,
    `<clipPath id="r"><rect width="${left.width + right.width}" height="${HEIGHT}" rx="4"/></clipPath>`,
    `<g clip-path="url(#r)">${left.ground}${right.ground}</g>`,
    `<g fill="#fff" font-family="Verdana,DejaVu Sans,Geneva,sans-serif" font-size="11">${left.text}${right.text}</g>`,
    "</svg>",
  ].join("");
}

function badgeHalf(text: string, x: number, colour: string) {
  const shown = shortened(text);
  const length = Math.round([...shown].reduce((sum, letter) => sum + letterWidth(letter), 0));
  const width = length + 2 * PADDING;
  return {
    width,
    ground: `<path fill="${colour}" d="M${x} 0h${width}v${HEIGHT}H${x}z"/>`,
    text: `<text x="${x + PADDING}" y="14" textLength="${length}" lengthAdjust="spacingAndGlyphs">${escapeXml(shown)}</text>`,
  };
}

function shortened(text: string): string {
  const letters = [...text];
  return letters.length <= LONGEST_TEXT ? text : `${letters.slice(0, LONGEST_TEXT - 1).join("")}…`;
}

/** About what Verdana takes at eleven pixels. Ten years of pins have a million letters, of a hundred kinds. */
const letterWidth = memoizeBy((letter: string): number => {
  if (/[\u2e80-\uffff\u{10000}-\u{10ffff}]/u.test(letter)) return 11;
  if (/[ijl.,'’|:;!()[\] ·]/.test(letter)) return 3.9;
  if (/[mwMW%@]/.test(letter)) return 10.4;
  return /[A-Z0-9$]/.test(letter) ? 7 : 6.2;
});
