import { describe, expect, test } from "vitest";
import { readStore } from "../../scripts/night/pipeline/store.ts";
import { readQualityCurated, readQualityReadings } from "../../scripts/night/quality/quality-store.ts";
import { type QualityNight, refreshQuality } from "../../scripts/night/quality/refresh-quality.ts";
import type { Io } from "../../scripts/night/sources/source.ts";
import { addDays } from "../../src/domain/money/days.ts";
import type { QualityScore } from "../../src/domain/quality/quality-score.ts";
import { GuardException } from "../../src/domain/source/guard-exception.ts";
import { isThorough, weekly } from "./weekly.ts";

/**
 * Leaderboards that move a little every night, over every committed score.
 * The rule: what a board says is held against a week ago too. What it publishes anew explains one step, and a single model may rise as it does.
 */

const store = readStore("data/generated");
const readings = readQualityReadings("data/generated");
const curated = readQualityCurated("data/curated");
const models = store.models.filter(({ status }) => status === "current");
const FIRST_DAY = addDays(store.run?.asOf ?? "", 10);
/** `npm run fuzz` plays every board and longer stories. */

/** The scores of a night: each committed one moved by so many points, dated so. */
interface Board {
  readonly by: (score: QualityScore) => number;
  readonly publishedOn: string | null;
}
const ids = ["lmarena", "lmarena-webdev", "epoch-eci"] as const;
type BoardId = (typeof ids)[number];
const CONFIG_OF = { lmarena: "text_style_control", "lmarena-webdev": "webdev" };

/** One row a name: several models may share it. */
const rowsOf = (id: BoardId): readonly QualityScore[] => {
  const rows = readings.scores.filter(({ source }) => source === id);
  return [...Map.groupBy(rows, ({ name }) => name).values()].flatMap((same) => same.slice(0, 1));
};

function arenaBody(id: BoardId, { by, publishedOn }: Board): unknown {
  const rows = rowsOf(id).map((score) => {
    const [low, high] = score.interval ?? [score.score, score.score];
    const [rating, rating_lower, rating_upper] = [score.score, low, high].map((each) => each + by(score));
    const date = publishedOn ?? score.scoredOn;
    return {
      row: { model_name: score.name, rating, rating_lower, rating_upper, category: "overall", leaderboard_publish_date: date },
    };
  });
  return { rows, num_rows_total: rows.length };
}

const eciBody = ({ by }: Board): string =>
  [
    "Model,eci,eci_ci_low,eci_ci_high",
    ...rowsOf("epoch-eci").map((score) => {
      const [low, high] = score.interval ?? ["", ""];
      return [`"${score.name}"`, score.score + by(score), low, high].join(",");
    }),
  ].join("\n");

function boardIo(id: BoardId, board: Board, readAt: string): Io {
  return {
    getJson: async (url) =>
      id !== "epoch-eci" && url.includes(`=${CONFIG_OF[id]}`) ? { url, readAt, content: arenaBody(id, board) } : null,
    getText: async (url) => (id === "epoch-eci" && url.includes("epoch") ? { url, readAt, content: eciBody(board) } : null),
    recordedUrls: () => [],
  };
}

type Last = Pick<QualityNight, "scores" | "costs" | "sourceStatuses">;
const committed: Last = {
  ...readings,
  sourceStatuses: (store.run?.sources ?? []).filter(({ id }) => ids.some((each) => each === id)),
};

/** Nights one after another from the committed scores on, each with one board read. */
async function nights(id: BoardId, boards: readonly Board[], guardExceptions: readonly GuardException[] = []) {
  const done: QualityNight[] = [];
  for (const [index, board] of boards.entries()) {
    const io = boardIo(id, board, `${addDays(FIRST_DAY, index)}T04:00:00Z`);
    const last: Last = done.at(-1) ?? committed;
    const before = { scores: last.scores, costs: last.costs, statuses: last.sourceStatuses };
    done.push(await refreshQuality(io, { curated: { ...curated, guardExceptions }, models, before }));
  }
  return done;
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
/** The standard deviation of a board, as half of its scores show it. */
function spreadOf(id: BoardId): number {
  const scores = rowsOf(id).map(({ score }) => score);
  return 1.4826 * median(scores.map((score) => Math.abs(score - median(scores))));
}

const holdsOf = (night: QualityNight | undefined): readonly string[] =>
  (night?.findings ?? []).flatMap(({ rule, detail }) => (rule === "qualityRescaled" ? [detail] : []));
const figuresOf = (id: BoardId, of: Pick<QualityNight, "scores">) =>
  of.scores.filter(({ source }) => source === id).map(({ model, release, score }) => `${model} ${release} ${score}`);
/** How far a board is from what is committed, in its spreads. */
function driftOf(id: BoardId, night: Pick<QualityNight, "scores">): number {
  const was = new Map(committed.scores.map((score) => [`${score.source} ${score.model} ${score.release}`, score.score]));
  const moves = night.scores
    .filter(({ source }) => source === id)
    .map(({ source, model, release, score }) => score - (was.get(`${source} ${model} ${release}`) ?? score));
  return median(moves) / spreadOf(id);
}

const all = (points: number, publishedOn: string | null = null): Board => ({ by: () => points, publishedOn });
const creeping = (id: BoardId, share: number, count: number, isPublished = false): readonly Board[] =>
  Array.from({ length: count }, (_, index) =>
    all(Math.round((index + 1) * share * spreadOf(id)), isPublished ? addDays(FIRST_DAY, index) : null),
  );

describe("a board that creeps", () => {
  test.each(isThorough ? ids : ids.slice(0, 1))(
    "%s, a fifth of its spread a night: held on the third, until it is as it was",
    async (id) => {
      const good = all(0);
      const story = await nights(id, [...creeping(id, 0.2, isThorough ? 20 : 5), good, good]);
      const bad = story.slice(0, -2);
      expect(bad.map((night) => holdsOf(night).length)).toEqual(bad.map((_, index) => (index < 2 ? 0 : 1)));
      expect(holdsOf(bad[2])[0]).toMatch(/scores of .* moved by .* within a week; until upstream mends it/);
      for (const night of bad) expect(driftOf(id, night)).toBeLessThan(0.5);
      const [mended] = story.slice(-1);
      expect(holdsOf(mended)).toEqual([]);
      expect(figuresOf(id, mended ?? committed)).toEqual(figuresOf(id, committed));
      // Nor is it remembered that it was otherwise.
      expect(mended?.scores.filter(({ earlier }) => earlier !== undefined)).toEqual([]);
    },
  );

  weekly("stays held where it stands still after that, however long", async () => {
    const boards = creeping("epoch-eci", 0.2, 3);
    const story = await nights("epoch-eci", [...boards, ...Array.from({ length: 20 }, () => boards.at(-1) ?? all(0))]);
    expect(story.map((night) => holdsOf(night).length)).toEqual(story.map((_, index) => (index < 2 ? 0 : 1)));
  });

  weekly("under a new date every night, it is held before it has moved by a spread", async () => {
    const story = await nights("lmarena", creeping("lmarena", 0.3, 8, true));
    expect(story.map((night) => holdsOf(night).length)).toEqual([0, 0, 0, 1, 1, 1, 1, 1]);
    for (const night of story) expect(driftOf("lmarena", night)).toBeLessThan(1);
  });

  weekly("passes where a person says so, and is then held against nothing it said before", async () => {
    const line = GuardException.parse({
      ...{ rule: "qualityRescaled", source: "epoch-eci", platform: null, upstreamId: null, action: "accept", why: "new anchor" },
      ...{ sourceUrl: "https://epoch.example/news", checkedOn: FIRST_DAY },
    });
    const boards = creeping("epoch-eci", 0.2, 3);
    const story = await nights("epoch-eci", [...boards, ...boards.slice(-1)], [line]);
    expect(story.flatMap(holdsOf)).toEqual([]);
    const [accepted] = story.slice(2);
    expect(driftOf("epoch-eci", accepted ?? committed)).toBeCloseTo(0.6, 1);
    const unused = story.map(({ findings }) => findings.filter(({ rule }) => rule === "exceptionUnused").length);
    expect(unused).toEqual([1, 1, 0, 1]);
  });
});

describe("what a board may do", () => {
  test("one model rises slowly, further than any may in one night", async () => {
    const [row] = rowsOf("lmarena");
    const step = Math.round(0.8 * spreadOf("lmarena"));
    const boards = Array.from({ length: 5 }, (_, index) => ({
      ...{ by: ({ name }: QualityScore) => (name === row?.name ? step * (index + 1) : 0), publishedOn: null },
    }));
    const story = await nights("lmarena", boards);
    expect(story.flatMap(holdsOf)).toEqual([]);
    const scores = story.map(
      (night) => night.scores.find(({ source, name }) => source === "lmarena" && name === row?.name)?.score,
    );
    expect(scores).toEqual([1, 2, 3, 4, 5].map((nth) => (row?.score ?? 0) + step * nth));
  });

  weekly("two publications within a week, each a step, are two steps; the same figures without a date are not", async () => {
    const step = Math.round(0.4 * spreadOf("lmarena"));
    const [first, second] = [addDays(FIRST_DAY, 0), addDays(FIRST_DAY, 2)];
    const dated = [all(step, first), all(step, first), all(2 * step, second)];
    expect((await nights("lmarena", dated)).flatMap(holdsOf)).toEqual([]);
    const undated = await nights("lmarena", [all(step), all(step), all(2 * step)]);
    expect(undated.map((night) => holdsOf(night).length)).toEqual([0, 0, 1]);
  });

  test("a board that moved and stands rewrites no line for what it remembers", async () => {
    const moved = all(Math.round(0.2 * spreadOf("epoch-eci")));
    const [first, ...later] = await nights(
      "epoch-eci",
      Array.from({ length: isThorough ? 12 : 3 }, () => moved),
    );
    const kept = ({ scores }: QualityNight) => scores.map(({ readAt: _, ...row }) => row);
    expect(first?.scores.filter(({ earlier }) => earlier !== undefined).length).toBeGreaterThan(50);
    for (const night of later) expect(kept(night)).toEqual(first === undefined ? [] : kept(first));
  });
});
