import { expect, test } from "vitest";
import { altText, type CardPicture } from "./social-card.ts";

const altOf = (picture: CardPicture) => altText({ kind: "", title: "Opus", says: "", picture, asOf: "2026-08-22" });

test.each<readonly [CardPicture, string]>([
  [{ kind: "ladder", marks: [4, 5, 5, 6], list: 5 }, "Opus, as of 22 Aug 2026: 1 offer under list, 2 at list, 1 over."],
  [{ kind: "ladder", marks: [4, 5], list: null }, "Opus, as of 22 Aug 2026: 2 offers, no list price."],
  [
    { kind: "places", places: [{ rank: 1, name: "A", note: "at B", figure: "$2.50 a month" }] },
    "Opus, as of 22 Aug 2026: 1. A, $2.50 a month.",
  ],
  [{ kind: "figures", figures: [{ value: "12", label: "models sold" }] }, "Opus, as of 22 Aug 2026: models sold 12."],
  [{ kind: "places", places: [] }, "Opus, as of 22 Aug 2026."],
])("the image of %j reads %s", (picture, text) => {
  expect(altOf(picture)).toBe(text);
});
