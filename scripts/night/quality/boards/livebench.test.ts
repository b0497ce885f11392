import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Io } from "../../sources/source.ts";
import { livebench } from "./livebench.ts";

const READ_AT = "2026-08-22T00:00:00Z";
const text = (name: string) => readFileSync(`tests/fixtures/quality/${name}`, "utf8");
const FILES: Record<string, string> = {
  "https://livebench.ai/table_2026_06_25.csv": text("livebench-table-new.csv"),
  "https://livebench.ai/categories_2026_06_25.json": text("livebench-categories.json"),
  "https://livebench.ai/cost_2026_06_25.csv": text("livebench-cost.csv"),
  "https://livebench.ai/table_2026_01_08.csv": text("livebench-table-old.csv"),
  "https://livebench.ai/categories_2026_01_08.json": text("livebench-categories.json"),
  "https://livebench.ai/table_2025_11_25.csv": text("livebench-table-old.csv"),
};
const RELEASES = 'export const RELEASES = [\n  "2025-11-25", "2026-01-08",\n  "2026-06-25",\n];\n';

function ioOf(files: Record<string, string>, night: "live" | "recorded"): Io {
  const read = async (url: string, parse: (content: string) => unknown) => {
    const content = files[url];
    return content === undefined ? null : { url, readAt: READ_AT, content: parse(content) };
  };
  return {
    getJson: (url) => read(url, (content) => JSON.parse(content)),
    getText: (url) => read(url, (content) => content),
    recordedUrls: (prefix) => (night === "live" ? null : Object.keys(files).filter((url) => url.startsWith(prefix))),
  };
}

const bodies = await livebench.read(ioOf(FILES, "recorded"));
const parsed = livebench.parse(bodies);

test("the two newest releases are read, the cost of the newest", () => {
  expect(bodies.map(({ url }) => url.replace("https://livebench.ai/", ""))).toEqual([
    "table_2026_06_25.csv",
    "categories_2026_06_25.json",
    "cost_2026_06_25.csv",
    "table_2026_01_08.csv",
    "categories_2026_01_08.json",
  ]);
});

test("live, the releases are those the site lists", async () => {
  const list = "https://raw.githubusercontent.com/LiveBench/new-livebench/HEAD/src/lib/constants.js";
  const live = await livebench.read(ioOf({ ...FILES, [list]: RELEASES }, "live"));
  expect(live.map(({ url }) => url)).toEqual(bodies.map(({ url }) => url));
  await expect(livebench.read(ioOf({ ...FILES, [list]: "moved" }, "live"))).rejects.toThrow("no list of releases");
});

test("a score is the mean of category means, with the sampling error of its questions", () => {
  expect(parsed.scores[0]).toEqual({
    source: "livebench",
    name: "acme-large-max-effort",
    // ((90 + 80) / 2 + 75.5) / 2
    score: 80.25,
    intervalLow: null,
    intervalHigh: null,
    intervalLevel: null,
    // √(90·10/100/16 + 80·20/50/16 + 75.5·24.5/25/4)
    standardError: 4.589,
    release: "2026-06-25",
    scoredOn: "2026-06-25",
    readAt: READ_AT,
    url: "https://livebench.ai/table_2026_06_25.csv",
  });
});

test("releases stay apart; one that does not count its questions states no error", () => {
  expect(parsed.scores.map(({ release, name, score, standardError }) => [release, name, score, standardError === null])).toEqual([
    ["2026-06-25", "acme-large-max-effort", 80.25, false],
    ["2026-06-25", "acme-small", 47.5, false],
    ["2026-01-08", "acme-large-high-effort", 85, true],
    ["2026-01-08", "acme-small", 57.5, true],
  ]);
});

test("a cost keeps its text and its release; zero is no cost", () => {
  expect(
    parsed.costs.map(({ name, usdPerQuestion, usdPerSuccessfulTask }) => [name, usdPerQuestion, usdPerSuccessfulTask]),
  ).toEqual([
    ["acme-large-max-effort", "0.0343", "0.0420"],
    ["acme-cheap", "1.2", null],
  ]);
  expect(parsed.costs[0]).toMatchObject({ release: "2026-06-25", url: "https://livebench.ai/cost_2026_06_25.csv" });
});

test("a row that ends early is left out and counted, as is a zero cost", () => {
  expect(parsed.skipped).toEqual([
    { subject: "acme-cut", why: "row lacks a task" },
    { subject: "acme-small", why: "cost is zero or missing" },
  ]);
});

test("a table without its categories or without a whole row throws", () => {
  const [table, categories] = bodies;
  if (table === undefined || categories === undefined) throw new Error("no bodies");
  expect(() => livebench.parse([table])).toThrow("no categories beside it");
  expect(() => livebench.parse([{ ...table, content: "model,puzzle\nacme,1\n" }, categories])).toThrow("no row with every task");
});
