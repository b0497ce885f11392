import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, expect, test } from "vitest";
import { HOSTILE_TEXTS } from "../../../tests/hostile/hostile-texts.ts";
import { siteCards } from "../../pages/og/_cards.ts";
import type { Drawing } from "./drawing.ts";
import type { SocialCard } from "./social-card.ts";
import { cardDrawing } from "./social-drawing.ts";
import { keyOf, socialImage } from "./social-image.ts";

const LARGEST_BYTES = 40_000;
const folder = mkdtempSync(join(tmpdir(), "og-"));
afterAll(() => rmSync(folder, { recursive: true }));

const drawn = (card: SocialCard) => cardDrawing(card, "tokenparity.dev");
/** In a cache of its own: drawn now. */
const drawPng = (drawing: Drawing) => socialImage("now", drawing, mkdtempSync(join(folder, "now-")));
const aCard = (text: string): SocialCard => ({
  kind: text,
  title: text,
  says: text,
  picture: { kind: "places", places: [{ rank: 1, name: text, note: text, figure: text }] },
  asOf: "2026-08-22",
});

const cardNamed = new Map(siteCards.flatMap((cards) => cards.names.map((name) => [name, () => cards.named(name)] as const)));
function socialCard(name: string): SocialCard {
  const card = cardNamed.get(name);
  if (card === undefined) throw new Error(`no card ${name}`);
  return card();
}

/** One of each kind, and the one with the most to say. */
const KINDS = ["index", "models/openai", "models/anthropic/claude-opus-4.8", "platforms/openrouter", "best/chat", "best/free"];
const longest =
  [...cardNamed.keys()]
    .filter((name) => name.startsWith("models/"))
    .toSorted((a, b) => socialCard(b).says.length - socialCard(a).says.length)[0] ?? "";

test.each([...KINDS, longest])("the image of %s is a PNG of 1200 × 630 pixels and few bytes", async (name) => {
  const png = await drawPng(drawn(socialCard(name)));
  expect(await sharp(png).metadata()).toMatchObject({ format: "png", width: 1200, height: 630 });
  expect(png.length).toBeLessThanOrEqual(LARGEST_BYTES);
});

test("a colour means what it means on the page: green is cheaper, red is dearer", async () => {
  const marks = [1_000_000, 2_000_000, 5_000_000];
  const png = await drawPng(drawn({ ...aCard("a"), picture: { kind: "ladder", marks, list: 2_000_000 } }));
  const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const near = (colour: readonly number[]) => {
    const distances = Array.from({ length: info.width * info.height }, (_, at) =>
      colour.reduce((sum, value, channel) => sum + Math.abs(value - (data[at * 3 + channel] ?? 0)), 0),
    );
    return distances.filter((distance) => distance < 24).length;
  };
  expect(near([0x0a, 0x72, 0x50])).toBeGreaterThan(80);
  expect(near([0xab, 0x3a, 0x24])).toBeGreaterThan(80);
});

const ODD_TEXTS = [...HOSTILE_TEXTS, "", "文心一言", "\ud800", "ffi ﷽ 👩‍👩‍👧‍👦"].map((text, index) => ({ text, index }));

test.each(ODD_TEXTS)("an image is drawn whatever its page is called: text $index", async ({ text }) => {
  const png = await drawPng(drawn(aCard(text)));
  expect(await sharp(png).metadata()).toMatchObject({ format: "png", width: 1200, height: 630 });
});

test("a picture is drawn once, and again only when what it shows is another; the day below it is always the card's", async () => {
  const cache = join(folder, "og");
  const first = await socialImage("a/b", drawn(aCard("one")), cache);
  await socialImage("a/b/c", drawn(aCard("child")), cache);
  const [name = ""] = readdirSync(join(cache, "a/b.png"));
  const path = join(cache, "a/b.png", name);
  utimesSync(path, 1, 1);
  expect(await socialImage("a/b", drawn(aCard("one")), cache)).toEqual(first);
  const nextDay = drawn({ ...aCard("one"), asOf: "2026-08-23" });
  const next = await socialImage("a/b", nextDay, cache);
  expect(statSync(path).mtimeMs).toBe(1_000);
  expect(next).toEqual(await drawPng(nextDay));
  expect(next.equals(first)).toBe(false);
  await socialImage("a/b", drawn(aCard("two")), cache);
  expect(existsSync(path)).toBe(false);
  expect(readdirSync(join(cache, "a/b.png"))).toHaveLength(1);
  expect(readdirSync(join(cache, "a/b/c.png"))).toHaveLength(1);
});

test("nothing of a picture reaches below where the foot begins, nothing of a foot above", async () => {
  const pixelsOf = async (drawing: Drawing, top: number, height: number) =>
    new Set(
      await sharp(await drawPng(drawing))
        .extract({ left: 0, top, width: 1200, height })
        .removeAlpha()
        .toColourspace("b-w")
        .raw()
        .toBuffer(),
    );
  for (const name of KINDS) {
    const { picture, foot } = drawn(socialCard(name));
    expect((await pixelsOf({ picture, foot: [] }, 541, 630 - 541)).size, name).toBe(1);
    expect((await pixelsOf({ picture: [], foot }, 0, 549)).size, name).toBe(1);
  }
});

test("the same card gives the same picture, another card another, another day none", () => {
  const keyOfCard = (card: SocialCard) => keyOf(drawn(card).picture);
  expect(keyOfCard(aCard("one"))).toBe(keyOfCard(aCard("one")));
  expect(keyOfCard({ ...aCard("one"), asOf: "2026-08-23" })).toBe(keyOfCard(aCard("one")));
  expect(keyOfCard(aCard("one"))).not.toBe(keyOfCard(aCard("two")));
});

test("every file that turns a drawing into bytes stands in the key of a kept picture", () => {
  const importsOf = (file: string): readonly string[] =>
    [...readFileSync(join("src/site/image", file), "utf8").matchAll(/from "\.\/([\w-]+\.ts)"|from "(\.\.\/[\w-]+\.ts)"/g)].map(
      ([, here, above]) => here ?? above ?? "",
    );
  const needed = new Set(["canvas.ts", "indexed-png.ts"]);
  for (const file of needed) for (const next of importsOf(file)) needed.add(next);
  const code = readFileSync("src/site/image/social-image.ts", "utf8");
  expect(needed.size).toBeGreaterThan(2);
  expect([...needed].filter((file) => !code.includes(`"${file}"`))).toEqual([]);
});
