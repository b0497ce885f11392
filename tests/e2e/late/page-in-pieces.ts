import { existsSync, readFileSync } from "node:fs";
import { createServer, type ServerResponse } from "node:http";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

/** Longer than a frame: a browser draws what has come. */
const BETWEEN_PIECES_MS = 60;
/** The end of a table, the end of its box, and what opens the next. */
const TAGS_TO_WHAT_FOLLOWS = 3;

/**
 * Where a page stops for a frame: after the first rows of a table, or between a table and what says which of its rows show. One of them a load:
 * what a browser has drawn hidden it does not count as moved when it next draws it.
 */
export type Cut = "rows" | "afterTable";
/** The header of a request that says so. */
export const CUT_HEADER = "x-cut";

export interface PagesInPieces {
  readonly origin: string;
  close(): Promise<void>;
}

/** Serves the pages of a built site as a slow line or a busy machine brings them: a piece, a frame, the next piece. No scripts, no data. */
export async function servePagesInPieces(folder: string): Promise<PagesInPieces> {
  const server = createServer((request, response) => {
    const file = join(folder, new URL(request.url ?? "/", "http://site").pathname.replace(/\/$/, "/index.html"));
    const cut: Cut = request.headers[CUT_HEADER] === "rows" ? "rows" : "afterTable";
    if (!file.endsWith(".html") || !existsSync(file)) response.writeHead(404).end();
    else void sendInPieces(piecesOf(readFileSync(file, "utf8"), cut), response);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("a server of pieces without a port");
  return {
    origin: `http://127.0.0.1:${address.port}`,
    close: () => new Promise((done) => server.close(() => done())),
  };
}

async function sendInPieces(pieces: readonly string[], response: ServerResponse): Promise<void> {
  response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
  for (const piece of pieces) {
    response.write(piece);
    await wait(BETWEEN_PIECES_MS);
  }
  response.end();
}

/** A page cut at its first table, and amid the words of its foot. */
function piecesOf(page: string, cut: Cut): readonly string[] {
  const start = page.indexOf("<table");
  const end = page.indexOf("</table>", start);
  const atTable = start < 0 ? [] : cut === "rows" ? rowEnds(page, start, end) : afterTable(page, end);
  const cuts = [0, ...atTable, lastWords(page)];
  return cuts.map((from, at) => page.slice(from, cuts[at + 1]));
}

/** After the first row, after the tenth, and before the last. */
function rowEnds(page: string, start: number, end: number): readonly number[] {
  const ends = [...page.slice(start, end).matchAll(/<\/tr>/g)].map(({ index }) => start + index);
  return [...new Set([ends[0], ends[9], ends.at(-2)])].filter((at) => at !== undefined).toSorted((a, b) => a - b);
}

function afterTable(page: string, end: number): readonly number[] {
  const tags = [...page.slice(end, end + 2_000).matchAll(/>/g)].map(({ index }) => end + index + 1);
  return tags.slice(TAGS_TO_WHAT_FOLLOWS - 1, TAGS_TO_WHAT_FOLLOWS);
}

/** After the last element of the foot has begun. */
function lastWords(page: string): number {
  const foot = page.lastIndexOf("<footer");
  const opening = [...page.slice(foot, page.lastIndexOf("</footer>")).matchAll(/<\w[^>]*>/g)].at(-1);
  if (opening === undefined) throw new Error("a page without a foot");
  return foot + opening.index + opening[0].length;
}
