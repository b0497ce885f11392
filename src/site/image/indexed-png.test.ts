import { inflateSync } from "node:zlib";
import sharp from "sharp";
import { expect, test } from "vitest";
import { type Band, indexedPng, packedBand } from "./indexed-png.ts";

/** 0xAABBGGRR: the surface, ink, and something between them that no picture has exactly. */
const [SURFACE, INK, GREY] = [0xfff7fafb, 0xff221d1b, 0xff8a8b8b];
const WIDTH = 40;

const bandOf = (rows: readonly number[], place: "first" | "last"): Band =>
  packedBand(
    rows.map((pixel) => new Uint32Array(WIDTH).fill(pixel)),
    { width: WIDTH, height: rows.length, isLast: place === "last" },
  );

async function firstColumn(png: Buffer): Promise<readonly (readonly number[])[]> {
  const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return Array.from({ length: info.height }, (_, row) => [...data.subarray(row * info.width * 3, row * info.width * 3 + 3)]);
}

test("a PNG of two bands has the rows of the first above those of the second, colours of the palette exactly", async () => {
  const png = indexedPng(WIDTH, 5, [bandOf([SURFACE, INK, SURFACE], "first"), bandOf([INK, SURFACE], "last")]);
  const [paper, ink] = [
    [251, 250, 247],
    [27, 29, 34],
  ];
  expect(await firstColumn(png)).toEqual([paper, ink, paper, ink, paper]);
});

test("another colour becomes the nearest of the palette", async () => {
  const [grey = []] = await firstColumn(indexedPng(WIDTH, 1, [bandOf([GREY], "last")]));
  expect(grey).toHaveLength(3);
  for (const channel of grey) expect(Math.abs(channel - 0x8b)).toBeLessThanOrEqual(6);
});

test("the sum at the end of the stream is that of both bands, however many rows they have", () => {
  const some = (count: number) => Array.from({ length: count }, (_, at) => (at % 3 === 0 ? INK : SURFACE));
  const stream = (png: Buffer) => png.subarray(png.indexOf("IDAT") + 4, png.indexOf("IEND") - 8);
  for (const rows of [1, 7, 500, 3_000]) {
    const apart = indexedPng(WIDTH, 2 * rows, [bandOf(some(rows), "first"), bandOf(some(rows), "last")]);
    const whole = indexedPng(WIDTH, 2 * rows, [bandOf([...some(rows), ...some(rows)], "last")]);
    // It throws where the sum is not that of the bytes.
    expect(inflateSync(stream(apart))).toEqual(inflateSync(stream(whole)));
    expect(stream(apart).subarray(-4)).toEqual(stream(whole).subarray(-4));
  }
});
