import { PALETTE } from "../palette.ts";
import { drawableText, FONT_FAMILY } from "./social-font.ts";

/** An element as satori reads it: CSS in `style`, flex boxes only. */
export interface Drawn {
  readonly type: "div";
  readonly key: null;
  readonly props: { readonly style: Style; readonly children: readonly Drawn[] | string };
}

type Style = Readonly<Record<string, string | number>>;

/** An image of 1200 × 630: its texts as elements, and above them shapes as SVG, which satori would draw much more slowly. */
export interface Drawing {
  readonly layout: Drawn;
  readonly shapes: string;
}

export const SIZE = { width: 1200, height: 630, marginX: 64, top: 46, bottom: 40 } as const;
export const INNER_WIDTH = SIZE.width - 2 * SIZE.marginX;

export const box = (style: Style, ...children: readonly Drawn[]): Drawn => ({
  type: "div",
  key: null,
  props: { style: { display: "flex", boxSizing: "border-box", ...style }, children },
});

/** The whole image, from the top down. */
export const sheet = (...children: readonly Drawn[]): Drawn =>
  box(
    {
      flexDirection: "column",
      width: SIZE.width,
      height: SIZE.height,
      padding: `${SIZE.top}px ${SIZE.marginX}px ${SIZE.bottom}px`,
      background: PALETTE.surface,
      color: PALETTE.ink,
      fontFamily: FONT_FAMILY,
    },
    ...children,
  );

/** A text of at most `lines` lines, cut with an ellipsis. Characters the font lacks are left out. */
export const words = (text: string, style: Style = {}, lines = 1): Drawn => ({
  type: "div",
  key: null,
  props: {
    style: { display: "block", lineClamp: lines, wordBreak: "break-word", ...style },
    children: drawableText(text).slice(0, LONGEST_TEXT),
  },
});

/** No image has room for more: the rest is not even measured. */
const LONGEST_TEXT = 400;
