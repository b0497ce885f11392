import { formatDay } from "../format.ts";
import { PALETTE } from "../palette.ts";
import type { CardFigure, CardPlace, CardStrip, CardStripPart, SocialCard } from "./social-card.ts";
import { box, type Drawing, type Drawn, INNER_WIDTH, sheet, words } from "./social-element.ts";
import { ladderDrawing } from "./social-ladder.ts";

/** A card as an image for the site at `host`. The same card gives the same drawing. */
export function cardDrawing({ kind, title, says, picture, asOf }: SocialCard, host: string): Drawing {
  const head = [
    box({ justifyContent: "space-between", fontSize: 30 }, words(kind, { maxWidth: 760, color: PALETTE.muted }), brand()),
    words(title, { ...titleStyle(title), marginTop: 20 }),
    says.length > 190
      ? words(says, { fontSize: 27, lineHeight: 1.33, marginTop: 14 }, 4)
      : words(
          says,
          { fontSize: 31, lineHeight: 1.36, marginTop: 14 },
          picture.kind === "places" ? placesLines(picture.strip) : 3,
        ),
  ];
  const unit = picture.kind === "ladder" ? " · each dot one offer’s input price per million tokens" : "";
  const foot = box(
    { justifyContent: "space-between", marginTop: 22, fontSize: 25, color: PALETTE.muted },
    words(`As of ${formatDay(asOf)}${unit}`, { maxWidth: 860 }),
    words(host, { maxWidth: 500 }),
  );
  if (picture.kind === "ladder") {
    const { labels, shapes } = ladderDrawing(picture.marks, picture.list);
    return { layout: sheet(...head, box({ flexGrow: 1 }), foot, ...labels), shapes };
  }
  const body =
    picture.kind === "places"
      ? [...(picture.strip === undefined ? [] : [stripDrawing(picture.strip)]), ...picture.places.map(placeDrawing)]
      : [figuresDrawing(picture.figures)];
  return {
    layout: sheet(...head, box({ flexDirection: "column", flexGrow: 1, justifyContent: "flex-end" }, ...body), foot),
    shapes: "",
  };
}

/** A strip takes the room of the second line. */
const placesLines = (strip: CardStrip | undefined): number => (strip === undefined ? 2 : 1);

const brand = (): Drawn =>
  box({ fontWeight: 600, letterSpacing: "-0.01em" }, words("Token"), words("=", { color: PALETTE.accent }), words("Parity"));

/** As large as one line takes. */
function titleStyle({ length }: string) {
  const [, fontSize = 40] = TITLE_SIZES.find(([longest]) => length <= longest) ?? [];
  return { fontSize, fontWeight: 600, lineHeight: 1.12, letterSpacing: "-0.022em" };
}

const TITLE_SIZES = [
  [26, 72],
  [34, 58],
  [42, 47],
] as const;

const RULE = `2px solid ${PALETTE.line}`;

function placeDrawing({ rank, name, note, figure }: CardPlace): Drawn {
  return box(
    { alignItems: "baseline", borderTop: RULE, padding: "11px 0 12px", fontSize: 32 },
    words(String(rank), { width: 48, color: PALETTE.muted }),
    words(name, { maxWidth: 520, fontWeight: 600 }),
    words(note, { flexGrow: 1, flexShrink: 1, flexBasis: 0, margin: "0 24px 0 18px", fontSize: 25, color: PALETTE.muted }),
    words(figure, { fontWeight: 600 }),
  );
}

function stripDrawing({ parts, marks }: CardStrip): Drawn {
  return box(
    { flexDirection: "column", marginBottom: 12 },
    box({ height: 44 }, ...parts.map(stripPartDrawing)),
    box(
      { justifyContent: "space-between", marginTop: 4, fontSize: 22, color: PALETTE.muted },
      ...marks.map((mark) => words(mark)),
    ),
  );
}

/** As wide as its share; its name where it fits. */
function stripPartDrawing({ number, name, width, isHere }: CardStripPart): Drawn {
  const pixels = Math.round((width / 100) * INNER_WIDTH);
  const text = name.length * NAME_LETTER + 48 < pixels ? `${number} ${name}` : pixels < 30 ? "" : String(number);
  const colours = isHere
    ? { background: PALETTE.accent, color: PALETTE.surface }
    : { background: PALETTE.line, color: PALETTE.ink };
  return box(
    { ...colours, width: pixels, borderRight: `3px solid ${PALETTE.surface}`, justifyContent: "center", alignItems: "center" },
    words(text, { fontSize: 24, fontWeight: isHere ? 600 : 400 }),
  );
}

/** About what a letter of a name takes at its size. */
const NAME_LETTER = 12;

const figuresDrawing = (figures: readonly CardFigure[]): Drawn =>
  box({ borderTop: RULE, paddingTop: 18, minHeight: 174 }, ...figures.map(figureDrawing));

function figureDrawing({ value, label, side }: CardFigure): Drawn {
  const colour = side === undefined ? PALETTE.ink : PALETTE[side];
  return box(
    { flexDirection: "column", flexGrow: 1, flexShrink: 1, flexBasis: 0, paddingRight: 24 },
    words(value, { fontSize: 50, fontWeight: 600, letterSpacing: "-0.02em", color: colour }),
    words(label, { fontSize: 25, lineHeight: 1.25, color: PALETTE.muted }, 3),
  );
}
