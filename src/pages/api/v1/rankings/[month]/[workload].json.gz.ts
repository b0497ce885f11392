import { readFileSync } from "node:fs";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { rankingMonths } from "../../../../../data/catalog.ts";
import type { MonthFile } from "../../../../../data/snapshot-files.ts";
import "../../../../_kept-files.ts";

export const getStaticPaths = () =>
  rankingMonths.map((file) => ({ params: { month: file.month, workload: file.workload }, props: { file } }));

/** Every kept day of a month, packed as `data/generated/rankings` has it (`RankingMonth`): a browser and `gunzip` read it alike. */
export async function GET({ props: { file } }: { readonly props: { readonly file: MonthFile } }): Promise<Response> {
  const packed = await inThePool(readFileSync(file.path), { level: LEVEL });
  return new Response(new Uint8Array(packed), { headers: { "content-type": "application/gzip" } });
}

/** A twelfth more bytes than level 6 for a third of its time: in ten years it packs 72 MB. */
const LEVEL = 4;

const inThePool = promisify<Buffer, { level: number }, Buffer>(gzip);
