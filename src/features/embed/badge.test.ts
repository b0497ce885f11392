import { XMLValidator } from "fast-xml-parser";
import sharp from "sharp";
import { expect, test } from "vitest";
import { HOSTILE_TEXTS } from "../../../tests/hostile/hostile-texts.ts";
import { badgeSvg } from "./badge.ts";

test("a badge says the same to the eye and to the ear", () => {
  const svg = badgeSvg({ label: "Opus", value: "$5.00 in", title: "Opus: $5.00 in" });
  expect(svg).toContain('role="img" aria-label="Opus: $5.00 in"><title>Opus: $5.00 in</title>');
  expect([...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text)).toEqual(["Opus", "$5.00 in"]);
});

const ODD_TEXTS = [...HOSTILE_TEXTS, "", "文心一言", "\ud800", "a\uffffb", "👩‍👩‍👧‍👦"].map((text, index) => ({ text, index }));

test.each(ODD_TEXTS)("a badge is well-formed and drawn whatever it is about: text $index", async ({ text }) => {
  const svg = badgeSvg({ label: text, value: text, title: text });
  expect(XMLValidator.validate(svg)).toBe(true);
  expect(svg).not.toMatch(/<hostile|<script|\son\w+="/);
  const { width, height } = await sharp(Buffer.from(svg)).metadata();
  expect(height).toBe(20);
  expect(width).toBeLessThan(1_500);
});
