import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

/**
 * A text, packed for the browser and for `gunzip` alike. A hundred and twenty months are packed one after the other, and hardly anything else is
 * made meanwhile: with memory of its own for each, the collector has to go through the whole heap once for every hundred.
 */
export function gzippedText(text: string): Response {
  // No letter takes more than three bytes.
  const { written } = new TextEncoder().encodeInto(text, placeOf(text.length * 3));
  return packed(place.subarray(0, written));
}

/** A file of the disk, packed. */
export const gzippedFile = (path: string): Response => packed(readFileSync(path));

const packed = (bytes: Uint8Array): Response =>
  new Response(gzipSync(bytes, FAST), { headers: { "content-type": "application/gzip" } });

/** Where every text stands that is packed, one after the other. */
let place = new Uint8Array(0);

function placeOf(size: number): Uint8Array {
  if (size > place.length) place = new Uint8Array(2 * size);
  return place;
}

/** As `write-files.mjs` packs, and why; most months are one chunk once they are packed. */
const FAST = { level: 1, memLevel: 9, chunkSize: 65_536 };
