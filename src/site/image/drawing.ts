import type { PALETTE } from "../palette.ts";
import { drawableText } from "./social-font.ts";

/** An image of 1200 × 630 as data: the same drawing gives the same pixels. Coordinates are pixels from the top left corner. */
export interface Drawing {
  /** All above `FOOT_TOP`. */
  readonly picture: readonly DrawingItem[];
  /** All below: the day, which is another every night, and what is the same on every image. */
  readonly foot: readonly DrawingItem[];
}

export type DrawingItem = TextRow | TextBlock | Label | Rect | Stroke;
export type Colour = keyof typeof PALETTE;

export interface Lettering {
  readonly text: string;
  readonly size: number;
  readonly weight: 400 | 600;
  readonly colour: Colour;
  /** Between letters, in ems. */
  readonly spacing: number;
}

/** Texts on one base line between the margins: from the left one after the other, in what those at the right end leave. Each is cut where it is too long. */
export interface TextRow {
  readonly kind: "row";
  readonly y: number;
  readonly left: readonly TextSpan[];
  readonly right: readonly TextSpan[];
}

export interface TextSpan extends Lettering {
  readonly most: number;
  /** What it takes at least. */
  readonly least: number;
  /** Before it. */
  readonly gap: number;
}

/** A text that is broken into at most so many lines. */
export interface TextBlock extends Lettering {
  readonly kind: "block";
  readonly x: number;
  /** Base line of the first line. */
  readonly y: number;
  readonly width: number;
  readonly lines: number;
  readonly lineHeight: number;
}

/** A short text at a point: what is at `x` is its start, middle or end. */
export interface Label extends Lettering {
  readonly kind: "label";
  readonly x: number;
  readonly y: number;
  readonly anchor: "start" | "center" | "end";
}

export interface Rect {
  readonly kind: "rect";
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly colour: Colour;
}

/** A straight line; with dashes of 0 a row of dots, `width` across. */
export interface Stroke {
  readonly kind: "stroke";
  readonly from: readonly [x: number, y: number];
  readonly to: readonly [x: number, y: number];
  readonly width: number;
  readonly colour: Colour;
  readonly dashes: readonly number[];
}

export const IMAGE_PX = { width: 1200, height: 630, marginX: 64, top: 46, bottom: 40 } as const;
export const INNER_WIDTH = IMAGE_PX.width - 2 * IMAGE_PX.marginX;
export const FOOT_TOP = 545;

type Style = Partial<Omit<Lettering, "text" | "size">>;

/** A text in ink. Characters the font lacks are left out. */
export const lettering = (text: string, size: number, style: Style = {}): Lettering => ({
  ...{ weight: 400, colour: "ink", spacing: 0, ...style },
  ...{ text: drawableText(text).slice(0, LONGEST_TEXT), size },
});

/** A text of a line: at most `most` pixels wide, cut where it is longer, at least `least`, and `gap` before it. */
export const span = (
  text: Lettering,
  { most = INNER_WIDTH, least = 0, gap = 0 }: Partial<Omit<TextSpan, keyof Lettering>> = {},
): TextSpan => ({
  ...{ ...text, most, least, gap },
});

/** The base line of a text whose line box begins at `top`. `baseLine(100, 20, 1.21)` → `119.376`. */
export const baseLine = (top: number, size: number, lineHeight: number = INTER.lineHeight): number =>
  top + size * ((lineHeight - INTER.lineHeight) / 2 + INTER.ascent);

/** Inter's own, in ems. */
export const INTER = { ascent: 0.9688, lineHeight: 1.21 } as const;

/** No image has room for more: the rest is not even measured. */
const LONGEST_TEXT = 400;
