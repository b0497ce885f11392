import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Io } from "../../sources/source.ts";
import { lmarena } from "./lmarena.ts";

const page = (name: string): unknown => JSON.parse(readFileSync(`tests/fixtures/quality/${name}.json`, "utf8"));
const READ_AT = "2026-10-03T04:00:00Z";

/** The pages by offset; an offset without a page is not recorded. */
function ioOf(pages: Record<string, unknown>): Io {
  const getJson = async (url: string) => {
    const content = pages[new URL(url).searchParams.get("offset") ?? ""];
    return content === undefined ? null : { url, readAt: READ_AT, content };
  };
  return { getJson, getText: getJson, recordedUrls: () => null };
}

const board = ioOf({ "0": page("lmarena-page-1"), "3": page("lmarena-page-2") });

test("pages are read until another category begins", async () => {
  const bodies = await lmarena.read(board);
  expect(bodies.map(({ url }) => new URL(url).searchParams.get("offset"))).toEqual(["0", "3"]);
  expect(bodies[0]?.url).toBe(
    "https://datasets-server.huggingface.co/rows?dataset=lmarena-ai/leaderboard-dataset&config=text_style_control&split=latest&offset=0&length=100",
  );
});

test("a rating keeps its 95 % interval and the standard error behind it", async () => {
  const { scores } = lmarena.parse(await lmarena.read(board));
  expect(scores[0]).toEqual({
    source: "lmarena",
    name: "acme-large-high",
    score: 1500.123,
    intervalLow: 1495.2,
    intervalHigh: 1505,
    intervalLevel: 0.95,
    standardError: 2.5,
    release: null,
    scoredOn: "2026-10-02",
    readAt: READ_AT,
    url: expect.stringContaining("offset=0"),
  });
});

test("an interval without width states no error", async () => {
  const { scores } = lmarena.parse(await lmarena.read(board));
  expect(scores.map(({ name, standardError }) => [name, standardError === null])).toEqual([
    ["acme-large-high", false],
    ["acme-small", true],
  ]);
});

test("names with two rows, older boards and rows without a rating are left out and counted", async () => {
  const { skipped } = lmarena.parse(await lmarena.read(board));
  expect(skipped.map(({ subject, why }) => `${subject.slice(0, 12)}: ${why}`).toSorted()).toEqual([
    "acme-broken: row has the wrong shape",
    "acme-old: older board",
    "acme-twin: name stands for several rows",
    "acme-twin: name stands for several rows",
  ]);
});

test("a recording without the board is not read, a board cut short throws", async () => {
  expect(await lmarena.read(ioOf({}))).toEqual([]);
  await expect(lmarena.read(ioOf({ "0": page("lmarena-page-1") }))).rejects.toThrow("no page at row 3");
});

test("a board without an end or without its rows throws", async () => {
  const endless = { rows: [{ row: { category: "overall" } }], num_rows_total: 10_000 };
  const always: Io = { ...board, getJson: async (url) => ({ url, readAt: READ_AT, content: endless }) };
  await expect(lmarena.read(always)).rejects.toThrow("does not end within 30 pages");
  const other = { rows: [{ row: { category: "chinese" } }], num_rows_total: 1 };
  expect(() => lmarena.parse([{ url: "https://acme.test/", readAt: READ_AT, content: other }])).toThrow(
    "no row of the overall board",
  );
});
