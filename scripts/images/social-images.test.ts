import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { useSmallCatalogue } from "../../tests/small-catalogue/small-site.ts";
import { drawSocialImages } from "./social-images.ts";

const folder = mkdtempSync(join(tmpdir(), "images-"));
let site: ReturnType<typeof useSmallCatalogue>;
beforeAll(() => {
  site = useSmallCatalogue();
});
afterAll(() => {
  site.remove();
  rmSync(folder, { recursive: true });
});

const SITE = "https://prices.example";
const files = () => globSync("og/**/*.png", { cwd: folder }).toSorted();

test("threads draw one image a page, and only those that are not there when asked to", async () => {
  let news = 0;
  const count = await drawSocialImages({
    ...{ site: SITE, base: "/" },
    onDrawn: () => {
      news += 1;
    },
  }).writeInto(folder);
  expect(files()).toEqual(expect.arrayContaining([join("og", "index.png"), join("og", "models", "acme", "nova.png")]));
  expect([files().length, news]).toEqual([count, count]);
  const { width, height, format } = await sharp(join(folder, "og", "index.png")).metadata();
  expect([width, height, format]).toEqual([1_200, 630, "png"]);

  const drawn = readFileSync(join(folder, "og", "index.png"));
  writeFileSync(join(folder, "og", "models", "acme", "nova.png"), "kept");
  rmSync(join(folder, "og", "index.png"));
  expect(await drawSocialImages({ site: SITE, base: "/", missingFrom: folder }).writeInto(folder)).toBe(1);
  expect(readFileSync(join(folder, "og", "index.png")).equals(drawn)).toBe(true);
  expect(readFileSync(join(folder, "og", "models", "acme", "nova.png"), "utf8")).toBe("kept");
});

test("what a thread throws comes to whoever waits for the images", async () => {
  await expect(drawSocialImages({ site: "no address", base: "/" }).writeInto(folder)).rejects.toThrow(/Invalid URL/);
});
