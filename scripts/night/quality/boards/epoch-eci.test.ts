import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Body, Io } from "../../sources/source.ts";
import { epochEci } from "./epoch-eci.ts";

const URL_READ = "https://epoch.ai/data/eci_scores.csv";
const bodyOf = (content: string): Body => ({ url: URL_READ, readAt: "2026-10-08T00:00:00Z", content });
const fixture = (name: string): Body => bodyOf(readFileSync(`tests/fixtures/quality/${name}.csv`, "utf8"));
const live = epochEci.parse([fixture("eci-live")]);

test("a score keeps its 90 % interval; the column date is the model's, not the score's", () => {
  expect(live.scores[0]).toEqual({
    source: "epoch-eci",
    name: "Acme Large",
    score: 158.123,
    intervalLow: 155.5,
    intervalHigh: 160.9,
    intervalLevel: 0.9,
    standardError: 1.641,
    release: null,
    scoredOn: null,
    readAt: "2026-10-08T00:00:00Z",
    url: URL_READ,
  });
});

test("an anchor has no interval and no error", () => {
  expect(live.scores.find(({ name }) => name === "Acme Anchor")).toMatchObject({
    score: 150,
    intervalLow: null,
    intervalLevel: null,
    standardError: null,
  });
});

test("where two rows share a display name the other column tells them apart; a name that nothing tells apart is left out", () => {
  expect(live.scores.map(({ name }) => name)).toEqual([
    "Acme Large",
    "Acme Anchor",
    "Acme Flash (Jun 2025)",
    "Acme Flash (Sep 2025)",
  ]);
  expect(live.skipped.map(({ subject, why }) => `${subject}: ${why}`)).toEqual([
    "Acme Unscored: row has no score",
    "Acme Twin: name stands for several rows",
    "Acme Twin: name stands for several rows",
  ]);
});

test("the recorded form carries its intervals in dated columns, and newer models have none", () => {
  const { scores } = epochEci.parse([fixture("eci-recorded")]);
  expect(scores.map(({ name, intervalLow, intervalHigh }) => [name, intervalLow, intervalHigh])).toEqual([
    ["Acme Large", 156, 160],
    ["Acme New", null, null],
  ]);
});

test("a body that is no table of scores throws, none at all is not read", async () => {
  expect(() => epochEci.parse([bodyOf("<html>maintenance</html>")])).toThrow("no row with a score");
  const empty: Io = { getJson: async () => null, getText: async () => null, recordedUrls: () => [] };
  expect(await epochEci.read(empty)).toEqual([]);
});
