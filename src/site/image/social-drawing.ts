import { formatDay } from "../format.ts";
import {
  baseLine,
  type Drawing,
  type DrawingItem,
  IMAGE_PX,
  INNER_WIDTH,
  INTER,
  type Lettering,
  lettering,
  span,
  type TextRow,
} from "./drawing.ts";
import type { CardPicture, CardPlace, SocialCard, SocialFigure } from "./social-card.ts";
import { ladderDrawing } from "./social-ladder.ts";
import { STRIP_HEIGHT, stripDrawing } from "./social-strip.ts";

/** Where the foot's line begins, and what is above it ends. */
const FOOT_LINE = IMAGE_PX.height - IMAGE_PX.bottom - 25 * INTER.lineHeight;
const BODY_END = FOOT_LINE - 22;

/** A card as an image for the site at `host`. The same card gives the same drawing; of another day, another foot and nothing else. */
export function cardDrawing({ kind, title, says, picture, asOf }: SocialCard, host: string): Drawing {
  const unit = picture.kind === "ladder" ? " · each dot one offer’s input price per million tokens" : "";
  const asOfDay = lettering(`As of ${formatDay(asOf)}${unit}`, 25, { colour: "muted" });
  const foot: TextRow = {
    ...{ kind: "row", y: baseLine(FOOT_LINE, 25) },
    left: [span(asOfDay, { most: 860 })],
    right: [span(lettering(host, 25, { colour: "muted" }), { most: 500 })],
  };
  return { picture: [...headDrawing(kind, title, says, picture), ...pictureDrawing(picture)], foot: [foot] };
}

function headDrawing(kind: string, title: string, says: string, picture: CardPicture): readonly DrawingItem[] {
  const size = titleSize(title);
  const titleTop = IMAGE_PX.top + 30 * INTER.lineHeight + 20;
  const saysTop = titleTop + size * TITLE_LINE + 14;
  const titled = lettering(title, size, { weight: 600, spacing: -0.022 });
  return [
    {
      ...{ kind: "row", y: baseLine(IMAGE_PX.top, 30) },
      left: [span(lettering(kind, 30, { colour: "muted" }), { most: 760 })],
      right: BRAND.map((text) => span(text)),
    },
    { kind: "row", y: baseLine(titleTop, size, TITLE_LINE), left: [span(titled)], right: [] },
    saysBlock(
      says,
      saysTop,
      says.length > 190 ? { size: 27, lineHeight: 1.33, lines: 4 } : { size: 31, lineHeight: 1.36, lines: linesBeside(picture) },
    ),
  ];
}

const BRAND = (
  [
    ["Token", "ink"],
    ["=", "accent"],
    ["Parity", "ink"],
  ] as const
).map(([text, colour]): Lettering => lettering(text, 30, { colour, weight: 600, spacing: -0.01 }));

/** As large as one line takes. */
const titleSize = ({ length }: string): number => TITLE_SIZES.find(([longest]) => length <= longest)?.[1] ?? 40;
const TITLE_LINE = 1.12;
const TITLE_SIZES = [
  [26, 72],
  [34, 58],
  [42, 47],
] as const;

/** How many lines a picture leaves; a strip takes the room of the second one beside places. */
function linesBeside(picture: CardPicture): number {
  if (picture.kind !== "places") return 3;
  return picture.strip === undefined ? 2 : 1;
}

/** How a paragraph is set; the line height in ems. */
interface Setting {
  readonly size: number;
  readonly lineHeight: number;
  readonly lines: number;
}

const saysBlock = (says: string, top: number, { size, lineHeight, lines }: Setting): DrawingItem => ({
  ...lettering(says, size),
  ...{
    kind: "block",
    x: IMAGE_PX.marginX,
    y: baseLine(top, size, lineHeight),
    width: INNER_WIDTH,
    lines,
    lineHeight: size * lineHeight,
  },
});

function pictureDrawing(picture: CardPicture): readonly DrawingItem[] {
  switch (picture.kind) {
    case "ladder":
      return ladderDrawing(picture.marks, picture.list);
    case "figures":
      return [rule(FIGURES_TOP), ...picture.figures.flatMap((figure, at) => figureDrawing(figure, at, picture.figures.length))];
    case "places": {
      const top = BODY_END - picture.places.length * PLACE_HEIGHT;
      const strip = picture.strip === undefined ? [] : stripDrawing(picture.strip, top - STRIP_HEIGHT);
      return [...strip, ...picture.places.flatMap((place, at) => placeDrawing(place, top + at * PLACE_HEIGHT))];
    }
    default:
      return picture satisfies never;
  }
}

const RULE_WIDTH = 2;
const rule = (y: number): DrawingItem => ({
  ...{ kind: "rect", x: IMAGE_PX.marginX, y: Math.round(y), width: INNER_WIDTH, height: RULE_WIDTH, colour: "line" },
});

const PLACE_PADDING = 11;
const PLACE_HEIGHT = RULE_WIDTH + PLACE_PADDING + 32 * INTER.lineHeight + 12;

function placeDrawing({ rank, name, note, figure }: CardPlace, top: number): readonly DrawingItem[] {
  const left = [
    span(lettering(String(rank), 32, { colour: "muted" }), { least: 48 }),
    span(lettering(name, 32, { weight: 600 }), { most: 520 }),
    span(lettering(note, 25, { colour: "muted" }), { gap: 18 }),
  ];
  const right = [span(lettering(figure, 32, { weight: 600 }))];
  return [rule(top), { kind: "row", y: baseLine(top + RULE_WIDTH + PLACE_PADDING, 32), left, right }];
}

const FIGURES_TOP = BODY_END - 174;
const VALUE_TOP = FIGURES_TOP + RULE_WIDTH + 18;
const LABEL_LINE = 1.25;

function figureDrawing({ value, label, side }: SocialFigure, at: number, of: number): readonly DrawingItem[] {
  const x = IMAGE_PX.marginX + (at * INNER_WIDTH) / of;
  const width = INNER_WIDTH / of - 24;
  const labelTop = VALUE_TOP + 50 * INTER.lineHeight;
  return [
    {
      ...lettering(value, 50, { weight: 600, spacing: -0.02, colour: side ?? "ink" }),
      ...{ kind: "block", x, y: baseLine(VALUE_TOP, 50), width, lines: 1, lineHeight: 50 },
    },
    {
      ...lettering(label, 25, { colour: "muted" }),
      ...{ kind: "block", x, y: baseLine(labelTop, 25, LABEL_LINE), width, lines: 3, lineHeight: 25 * LABEL_LINE },
    },
  ];
}
