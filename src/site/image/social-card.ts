import { countSides } from "../../domain/reference/ladder.ts";
import { formatDay, formatPlural } from "../format.ts";

/** What a social image shows, in words and figures: the drawing computes nothing but places. */
export interface SocialCard {
  /** What kind of page: `Model by Anthropic`. */
  readonly kind: string;
  readonly title: string;
  readonly says: string;
  readonly picture: CardPicture;
  readonly asOf: string;
}

/** A card before the day is known that all share; one of another day says so. */
export type CardContent = Omit<SocialCard, "asOf"> & { readonly asOf?: string };

export type CardPicture =
  | { readonly kind: "ladder"; readonly marks: readonly number[]; readonly list: number | null }
  | { readonly kind: "places"; readonly places: readonly CardPlace[]; readonly strip?: CardStrip }
  | { readonly kind: "figures"; readonly figures: readonly SocialFigure[] };

/** Who is best over a range, from left to right, with the marks below it, evenly spaced. */
export interface CardStrip {
  readonly parts: readonly CardStripPart[];
  readonly marks: readonly string[];
}

export interface CardStripPart {
  readonly number: number;
  readonly name: string;
  /** Percent of the whole. */
  readonly width: number;
  readonly isHere: boolean;
}

/** One row of a ranking or a list. */
export interface CardPlace {
  readonly rank: number;
  readonly name: string;
  /** Seller, quality: what is behind the name. */
  readonly note: string;
  readonly figure: string;
}

/** A number and what it counts. */
export interface SocialFigure {
  readonly value: string;
  readonly label: string;
  readonly side?: "under" | "over";
}

/** The image in words, for who cannot see it: `Claude Opus 4.8, as of 22 Aug 2026: 12 offers under list, 3 at list, 5 over.` */
export function altText({ title, picture, asOf }: SocialCard): string {
  const shown = pictureText(picture);
  return `${title}, as of ${formatDay(asOf)}${shown === "" ? "" : `: ${shown}`}.`;
}

function pictureText(picture: CardPicture): string {
  switch (picture.kind) {
    case "ladder":
      return ladderText(picture);
    case "places":
      return picture.places.map(({ rank, name, figure }) => `${rank}. ${name}, ${figure}`).join("; ");
    case "figures":
      return picture.figures.map(({ value, label }) => `${label} ${value}`).join(", ");
    default:
      return picture satisfies never;
  }
}

function ladderText({ marks, list }: { readonly marks: readonly number[]; readonly list: number | null }): string {
  if (list === null) return `${formatPlural(marks.length, "offer")}, no list price`;
  const { under, at, over } = countSides({ marks, list });
  return `${formatPlural(under, "offer")} under list, ${at} at list, ${over} over`;
}
