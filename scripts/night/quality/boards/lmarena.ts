import { z } from "zod";
import type { QualitySourceId } from "../../../../src/domain/quality/quality-alias.ts";
import type { Body, Io, Skipped } from "../../sources/source.ts";
import {
  type ParsedScores,
  type QualitySource,
  type ScoreReading,
  standardErrorOf,
  toThousandths,
  withoutAmbiguous,
} from "../quality-source.ts";

const rowsUrl = (config: string): string =>
  `https://datasets-server.huggingface.co/rows?dataset=lmarena-ai/leaderboard-dataset&config=${config}&split=latest`;
const PAGE_ROWS = 100;
/** The board has some 400 rows; this many pages without an end are not the board. */
const MAX_PAGES = 30;
const BOARD = "overall";

type BoardId = Extract<QualitySourceId, "lmarena" | "lmarena-vision" | "lmarena-webdev">;

/** One of LMArena's boards, all prompts of it: ratings by blind votes of people, 95 % intervals, each board on a scale of its own. */
function board(id: BoardId, name: string, config: string): QualitySource {
  return {
    id,
    name,
    url: "https://huggingface.co/datasets/lmarena-ai/leaderboard-dataset",
    licence: "CC BY 4.0",
    attribution:
      "Arena (LMArena), Leaderboard Dataset, huggingface.co/datasets/lmarena-ai/leaderboard-dataset, CC BY 4.0; the mapping to our model ids is ours.",
    usualMedian: [800, 2_200],
    read: (io) => readBoard(io, rowsUrl(config)),
    parse: (bodies) => parse(bodies, id, rowsUrl(config)),
  };
}

/** The text board with style control: what general quality is printed on. */
export const lmarena = board("lmarena", "LMArena text, style control", "text_style_control");

/** Web pages built to order, voted on as they run. */
export const lmarenaWebdev = board("lmarena-webdev", "LMArena WebDev", "webdev");

/** Questions about pictures. */
export const lmarenaVision = board("lmarena-vision", "LMArena vision", "vision");

/** Ratings lie around 1,400. */
const Rating = z.number().min(-10_000).max(10_000);

const Page = z.object({ rows: z.array(z.object({ row: z.unknown() })), num_rows_total: z.int().nonnegative() });
const Category = z.object({ category: z.string() });
const Named = z.object({ model_name: z.string().min(1) });
const Row = z.object({
  model_name: z.string().min(1),
  rating: Rating,
  rating_lower: Rating,
  rating_upper: Rating,
  leaderboard_publish_date: z.iso.date(),
});

/** The split holds every category, `overall` first: pages are read until it ends. A board cut short throws. */
async function readBoard(io: Io, rows: string): Promise<readonly Body[]> {
  const bodies: Body[] = [];
  for (let offset = 0; bodies.length < MAX_PAGES; ) {
    const body = await io.getJson(`${rows}&offset=${offset}&length=${PAGE_ROWS}`);
    if (body === null && offset === 0) return [];
    if (body === null) throw new Error(`${rows}: no page at row ${offset}`);
    const page = Page.parse(body.content);
    bodies.push(body);
    offset += page.rows.length;
    if (page.rows.length === 0 || offset >= page.num_rows_total || page.rows.some(({ row }) => !isOnBoard(row))) return bodies;
  }
  throw new Error(`${rows}: the board does not end within ${MAX_PAGES} pages`);
}

const isOnBoard = (row: unknown): boolean => Category.safeParse(row).data?.category === BOARD;

function parse(bodies: readonly Body[], id: BoardId, url: string): ParsedScores {
  const rows = bodies.flatMap((body) =>
    Page.parse(body.content).rows.flatMap(({ row }) => (isOnBoard(row) ? [readRow(row, body, id)] : [])),
  );
  const scoredRows = rows.filter((row) => "score" in row);
  if (scoredRows.length === 0) throw new Error(`${url}: no row of the ${BOARD} board`);
  const newest = scoredRows.map(({ scoredOn }) => scoredOn ?? "").reduce((a, b) => (a > b ? a : b));
  const alone = withoutAmbiguous(scoredRows.filter(({ scoredOn }) => scoredOn === newest));
  const older = scoredRows
    .filter(({ scoredOn }) => scoredOn !== newest)
    .map(({ name }) => ({ subject: name, why: "older board" }));
  return { scores: alone.scores, costs: [], skipped: [...rows.filter((row) => "why" in row), ...alone.skipped, ...older] };
}

function readRow(raw: unknown, { readAt, url }: Body, source: BoardId): ScoreReading | Skipped {
  const row = Row.safeParse(raw);
  if (!row.success)
    return { subject: Named.safeParse(raw).data?.model_name ?? JSON.stringify(raw).slice(0, 80), why: "row has the wrong shape" };
  const { model_name, rating, rating_lower, rating_upper, leaderboard_publish_date } = row.data;
  return {
    source,
    name: model_name,
    score: toThousandths(rating),
    intervalLow: toThousandths(rating_lower),
    intervalHigh: toThousandths(rating_upper),
    intervalLevel: 0.95,
    standardError: standardErrorOf(rating_lower, rating_upper, 0.95),
    release: null,
    scoredOn: leaderboard_publish_date,
    readAt,
    url,
  };
}
