import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { makerMark } from "./maker-mark.ts";

test.each([
  ["DeepSeek", "DS"],
  ["OpenAI", "OA"],
  ["xAI", "xA"],
  ["Ai2", "A2"],
  ["Nous Research", "NR"],
  ["Swiss AI Initiative", "SI"],
  ["Mistral AI", "Mi"],
  ["Z.ai", "Za"],
  ["IBM", "IB"],
  ["Anthropic", "An"],
  ["智谱 AI", "智谱"],
  ["X", "X"],
  ["<b>", "b"],
  ["", ""],
])("%s is marked %s", (name, letters) => {
  expect(makerMark(name).letters).toBe(letters);
});

test("the colour is the sum of the letters' codes, each times its place, modulo seven", () => {
  // A = 65, i = 105: 65 + 2 · 105 = 275 = 39 · 7 + 2
  expect(makerMark("Ai").hue).toBe(3);
});

test("no two of the makers that most people buy from have one mark", () => {
  const names =
    "Alibaba|Amazon|Anthropic|Baidu|ByteDance|Cohere|DeepSeek|Google|Meta|Microsoft|MiniMax|Mistral AI|Moonshot AI|NVIDIA|OpenAI|Perplexity|Qwen|StepFun|Tencent|xAI|Xiaomi|Z.ai";
  const marks = names.split("|").map((name) => Object.values(makerMark(name)).join(" "));
  expect(new Set(marks).size).toBe(marks.length);
});

const CSS = readFileSync("src/site/styles/marks.css", "utf8");
const GLOBAL = readFileSync("src/site/styles/global.css", "utf8");
/** As the style sheet says: so much of the ink is mixed into the ground behind it. */
const SHARE = Number(/color-mix\(in srgb, currentColor (\d+)%, var\(--card\)\)/.exec(CSS)?.[1]) / 100;

const schemes = ["light", "dark"] as const;
const hues = [1, 2, 3, 4, 5, 6, 7];

test.each(schemes.flatMap((scheme) => hues.map((hue) => [hue, scheme] as const)))(
  "colour %i has a contrast of 4.5 or more in the %s scheme",
  (hue, scheme) => {
    const ink = colourIn(
      CSS,
      new RegExp(`\\.mark-${hue}::before {\\s*color: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`),
      scheme,
    );
    const card = colourIn(GLOBAL, /--card: light-dark\((#[0-9a-f]+), (#[0-9a-f]{6})\)/, scheme);
    const ground = ink.map((part, at) => part * SHARE + (card[at] ?? Number.NaN) * (1 - SHARE));
    expect(contrast(ink, ground)).toBeGreaterThanOrEqual(4.5);
  },
);

/** Red, green and blue from 0 to 255, of the first or second colour the pattern finds. */
function colourIn(css: string, pattern: RegExp, scheme: (typeof schemes)[number]): readonly number[] {
  const hex = pattern.exec(css)?.[scheme === "light" ? 1 : 2]?.slice(1) ?? "";
  const six = hex.length === 3 ? hex.replace(/./g, "$&$&") : hex;
  return [0, 2, 4].map((at) => Number.parseInt(six.slice(at, at + 2), 16));
}

/** WCAG 2.2: (lighter + 0.05) ÷ (darker + 0.05). */
function contrast(a: readonly number[], b: readonly number[]): number {
  const [dark = Number.NaN, light = Number.NaN] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: readonly number[]): number {
  const [red = Number.NaN, green = Number.NaN, blue = Number.NaN] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.040_45 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
