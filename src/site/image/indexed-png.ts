import { constants, crc32, deflateRawSync } from "node:zlib";
import { PALETTE } from "../palette.ts";
import type { Colour } from "./drawing.ts";

/** Rows of an image as a PNG keeps them: compressed, with the Adler-32 and the number of the bytes before they were. */
export interface Band {
  readonly packed: Buffer;
  readonly sum: number;
  readonly length: number;
}

/** How many colours lie between two: as many as the edges of letters need to look as before. */
const BETWEEN: readonly (readonly [from: Colour, to: Colour, steps: number])[] = [
  ["surface", "ink", 24],
  ["surface", "muted", 20],
  ["surface", "accent", 16],
  ["surface", "under", 14],
  ["surface", "over", 14],
  ["line", "ink", 14],
];

/** Every image has the same colours, so that bands drawn on different days fit together. */
const COLOURS: readonly (readonly number[])[] = [
  ...Object.values(PALETTE).map(channels),
  ...BETWEEN.flatMap(([from, to, steps]) => between(channels(PALETTE[from]), channels(PALETTE[to]), steps)),
];

/** Where a band stands in its image; the last one ends the stream. */
interface BandPlace {
  readonly width: number;
  readonly height: number;
  readonly isLast: boolean;
}

/** `height` rows of pixels, 0xAABBGGRR, of an image so wide. */
export function packedBand(pixels: Iterable<Uint32Array>, { width, height, isLast }: BandPlace): Band {
  const rows = emptyRows(width, height);
  let from = 0;
  for (const some of pixels) from = indexRows(some, width, rows, from);
  const finishFlush = isLast ? constants.Z_FINISH : constants.Z_FULL_FLUSH;
  const packed = deflateRawSync(rows, { level: 5, memLevel: 9, finishFlush, chunkSize: 2 ** 16 });
  return { packed, sum: adler32(rows, width + 1), length: rows.length };
}

/** A PNG of bands that follow each other, the last of them packed as such. */
export function indexedPng(width: number, height: number, bands: readonly Band[]): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, INDEXED], 8);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(bands.reduce(joinedSum, NO_BYTES).sum);
  const stream = Buffer.concat([ZLIB_HEADER, ...bands.map(({ packed }) => packed), sum]);
  const palette = Buffer.from(COLOURS.flat());
  return Buffer.concat([
    SIGNATURE,
    chunk("IHDR", header),
    chunk("PLTE", palette),
    chunk("IDAT", stream),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

const SIGNATURE = Buffer.from("\x89PNG\r\n\x1a\n", "latin1");
const INDEXED = 3;
const ZLIB_HEADER = Buffer.from([0x78, 0x9c]);

function chunk(name: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, "latin1"), content]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(content.length, 0);
  framed.set(body, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

const rowsByLength = new Map<number, Buffer>();

/** The same again for each band of a size. Each row begins with the number of its filter: 0 leaves it as it is, for colours that are only numbers. */
function emptyRows(width: number, height: number): Buffer {
  const length = (width + 1) * height;
  const rows = rowsByLength.get(length)?.fill(0) ?? Buffer.alloc(length);
  rowsByLength.set(length, rows);
  return rows;
}

/** Fills rows from a place on, and says where it ends. A row of nothing but the first colour is one of zeros. */
function indexRows(pixels: Uint32Array, width: number, rows: Buffer, place: number): number {
  const blank = Buffer.from(new Uint32Array(width).fill(BLANK).buffer);
  const bytes = Buffer.from(pixels.buffer, pixels.byteOffset, pixels.byteLength);
  let to = place;
  for (let from = 0; from < pixels.length; from += width, to += width + 1) {
    if (blank.compare(bytes, 4 * from, 4 * (from + width)) === 0) continue;
    indexRow(pixels.subarray(from, from + width), rows.subarray(to + 1, to + 1 + width));
  }
  return to;
}

const BLANK = (COLOURS[0] ?? []).reduce((sum, value, at) => sum + value * 256 ** at, 0xff000000);

function indexRow(pixels: Uint32Array, row: Buffer): void {
  let [last, index] = [BLANK, 0];
  for (let at = 0; at < pixels.length; at += 1) {
    const pixel = pixels[at] ?? BLANK;
    if (pixel !== last) {
      last = pixel;
      index = indexOf(pixel);
    }
    row[at] = index;
  }
}

const indices = new Map<number, number>();

/** The colour nearest to a pixel's. */
function indexOf(pixel: number): number {
  const index = indices.get(pixel);
  if (index !== undefined) return index;
  const channels = [pixel & 0xff, (pixel >>> 8) & 0xff, (pixel >>> 16) & 0xff];
  const distances = COLOURS.map((colour) => colour.reduce((sum, value, at) => sum + (value - (channels[at] ?? 0)) ** 2, 0));
  const nearest = distances.indexOf(Math.min(...distances));
  indices.set(pixel, nearest);
  return nearest;
}

const ADLER_BASE = 65_521;
const NO_BYTES = { sum: 1, length: 0 };

/** Row by row, none of which may be longer than 5,552 bytes: so far 32 bits hold it without a remainder. */
function adler32(rows: Buffer, rowLength: number): number {
  const zeros = Buffer.alloc(rowLength);
  let [low, high] = [1, 0];
  for (let from = 0; from < rows.length; from += rowLength) {
    if (zeros.compare(rows, from, from + rowLength) === 0) high += low * rowLength;
    else
      for (let at = from; at < from + rowLength; at += 1) {
        low += rows[at] ?? 0;
        high += low;
      }
    low %= ADLER_BASE;
    high %= ADLER_BASE;
  }
  return low + high * 65_536;
}

type Summed = Pick<Band, "sum" | "length">;

/** Adler-32 of two pieces as one, without their bytes. */
function joinedSum(a: Summed, b: Summed): Summed {
  const low = (lowOf(a) + lowOf(b) + ADLER_BASE - 1) % ADLER_BASE;
  const high = (highOf(a) + highOf(b) + (b.length % ADLER_BASE) * (lowOf(a) + ADLER_BASE - 1)) % ADLER_BASE;
  return { sum: low + high * 65_536, length: a.length + b.length };
}

const lowOf = ({ sum }: Summed): number => sum % 65_536;
const highOf = ({ sum }: Summed): number => Math.floor(sum / 65_536);

/** `#fbfaf7` → 251, 250, 247. */
function channels(colour: string): readonly number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}

function between(from: readonly number[], to: readonly number[], steps: number): readonly (readonly number[])[] {
  return Array.from({ length: steps }, (_, at) =>
    from.map((value, channel) => Math.round(value + (((to[channel] ?? 0) - value) * (at + 1)) / (steps + 1))),
  );
}
