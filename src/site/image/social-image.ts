import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import fontPackage from "@fontsource/inter/package.json" with { type: "json" };
import canvasPackage from "@napi-rs/canvas/package.json" with { type: "json" };
import writeFileAtomic from "write-file-atomic";
import { drawnPixels } from "./canvas.ts";
import { type Drawing, type DrawingItem, FOOT_TOP, IMAGE_PX } from "./drawing.ts";
import { type Band, indexedPng, packedBand } from "./indexed-png.ts";

/** Kept from build to build, outside of what a build empties. */
const CACHE = join(".cache", "og");
const SUM_BYTES = 4;
const FOOT_HEIGHT = IMAGE_PX.height - FOOT_TOP;

/**
 * The PNG of a drawing. What is above its foot comes from the cache if it was made before under this name, by the same programs: the day
 * below it is another every night. An image's older picture goes when the newer comes, so the cache holds one file a name.
 */
export async function socialImage(name: string, { picture, foot }: Drawing, cache = CACHE): Promise<Buffer> {
  const folder = join(cache, `${name}.png`);
  const path = join(folder, keyOf(picture));
  if (existsSync(path)) return withFoot(storedBand(readFileSync(path)), foot);
  const band = pictureBand(picture);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await writeFileAtomic(path, bytesOf(band));
  return withFoot(band, foot);
}

/** What makes a picture another: what it shows, and who draws it. */
export const keyOf = (picture: readonly DrawingItem[]): string => sha256(`${madeBy()}\n${JSON.stringify(picture)}`).slice(0, 32);

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

let maker: string | null = null;

/** All that turns a drawing into bytes: the sizes in `drawing.ts` too, by which what is kept is read. */
const CODE = [
  ...["canvas.ts", "canvas-fonts.ts", "drawing.ts", "indexed-png.ts", "social-font.ts", "text-lines.ts"],
  "../palette.ts",
];

/** Who turns a drawing into bytes: another version of a program, or of this code, may do it otherwise. */
function madeBy(): string {
  maker ??= sha256(
    [canvasPackage.version, fontPackage.version, ...CODE.map((name) => readFileSync(join("src/site/image", name), "utf8"))].join(
      "\n",
    ),
  );
  return maker;
}

const pictureBand = (picture: readonly DrawingItem[]): Band =>
  packedBand(drawnPixels(picture, 0, FOOT_TOP), { width: IMAGE_PX.width, height: FOOT_TOP, isLast: false });

const footBands = new Map<string, Band>();

/** There are a few feet a night for all images. */
function withFoot(picture: Band, foot: readonly DrawingItem[]): Buffer {
  const key = JSON.stringify(foot);
  const band =
    footBands.get(key) ??
    packedBand(drawnPixels(foot, FOOT_TOP, FOOT_HEIGHT), { width: IMAGE_PX.width, height: FOOT_HEIGHT, isLast: true });
  footBands.set(key, band);
  return indexedPng(IMAGE_PX.width, IMAGE_PX.height, [picture, band]);
}

/** As the cache keeps a picture: its sum, then its rows. */
function bytesOf({ packed, sum }: Band): Buffer {
  const head = Buffer.alloc(SUM_BYTES);
  head.writeUInt32BE(sum);
  return Buffer.concat([head, packed]);
}

function storedBand(bytes: Buffer): Band {
  return { sum: bytes.readUInt32BE(0), packed: bytes.subarray(SUM_BYTES), length: FOOT_TOP * (IMAGE_PX.width + 1) };
}
