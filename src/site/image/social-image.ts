import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import satori from "satori";
import satoriPackage from "satori/package.json" with { type: "json" };
import sharp from "sharp";
import writeFileAtomic from "write-file-atomic";
import { type Drawing, SIZE } from "./social-element.ts";
import { loadFonts } from "./social-font.ts";

/** As many colours as the edges of the letters need: a third of the bytes. At quality 70 a lone coloured dot turns grey. */
const PNG = { palette: true, quality: 90, effort: 1, dither: 0, compressionLevel: 9 } as const;
const MADE_BY = [PNG, satoriPackage.version, sharp.versions];
/** Kept from build to build, outside of what a build empties. */
const CACHE = join(".cache", "og");

/**
 * The PNG of a drawing: from the cache if this very drawing was made before under this name, by the same programs. An image's older drawing
 * goes when the newer comes, so the cache holds one file a name.
 */
export async function socialImage(name: string, drawing: Drawing, cache = CACHE): Promise<Buffer> {
  const folder = join(cache, `${name}.png`);
  const path = join(folder, keyOf(drawing));
  if (existsSync(path)) return readFileSync(path);
  const png = await drawPng(drawing);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await writeFileAtomic(path, png);
  return png;
}

/** What makes an image another: what it shows, and who draws it. */
export const keyOf = (drawing: Drawing): string =>
  createHash("sha256")
    .update(JSON.stringify([drawing, MADE_BY]))
    .digest("hex")
    .slice(0, 32);

let fonts: ReturnType<typeof loadFonts> | null = null;

export async function drawPng({ layout, shapes }: Drawing): Promise<Buffer> {
  fonts ??= loadFonts();
  const svg = await satori(layout, { width: SIZE.width, height: SIZE.height, fonts });
  // Satori writes a mask for every element; nothing here uses one, and reading them takes as long as all the letters.
  const drawn = svg.replace(/<mask id.*?<\/mask>/g, "").replace(/<\/svg>$/, `${shapes}</svg>`);
  return sharp(Buffer.from(drawn)).png(PNG).toBuffer();
}
