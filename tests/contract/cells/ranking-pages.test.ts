import { beforeAll, expect, test } from "vitest";
import { cellsOf, tableWith } from "../../small-catalogue/html-tables.ts";
import { pageOf } from "../../small-catalogue/rendered-page.ts";
import { useSmallCatalogue } from "../../small-catalogue/small-site.ts";

/** Every cell of the rankings, live and kept, and of the free offers. */
let chat: string;
let kept: string;
let free: string;
let overview: string;
beforeAll(async () => {
  const { remove } = useSmallCatalogue();
  chat = await pageOf("best/[workload]/index", { workload: "chat" });
  kept = await pageOf("best/[workload]/as-of/[day]", { workload: "chat", day: "2026-08-15" });
  free = await pageOf("best/free");
  overview = await pageOf("best/index");
  return remove;
});

test.each([
  [
    "Zeta Open",
    {
      Model: expect.stringContaining("Zeta provisional"),
      Rank: "1",
      Between: "1–1",
      "Tied with": "0",
      "Month, all in": "$147.70",
      "Cheapest at": "Hostly via OpenRouter",
      Quality: "1,320",
      "90 % interval": "1,309–1,332",
      "Scored by": "LMArena",
    },
  ],
  [
    "Nova Acme",
    {
      Rank: "2",
      "Month, all in": "$951.08",
      "Cheapest at": "Hostly via OpenRouter (us-east-1, fp8, turbo)",
      Quality: "1,450",
      "90 % interval": "1,439–1,462",
      "Scored by": "LMArena, ECI",
    },
  ],
  ["Nova Fast", { Rank: "3", "Month, all in": "$3,608", "Cheapest at": "OpenRouter", Quality: "1,450" }],
])("the value ranking shows %s with %j", (name, cells) => {
  expect(cellsOf(tableWith(chat, "Rank", "Scored by"), name)).toMatchObject(cells);
});

test.each([
  [
    "Nova Acme",
    {
      Rank: "1",
      Between: "1–1",
      "Tied with": "0",
      "Month, all in": "$951.08",
      Quality: "1,450",
      "The bar": "may meet it out over 1,462",
    },
  ],
  ["Nova Fast", { Rank: "2", Between: "1–2", "Tied with": "1", "Month, all in": "$3,608", "Cheapest at": "OpenRouter" }],
])("the bar shows %s with %j", (name, cells) => {
  expect(cellsOf(tableWith(chat, "The bar"), name)).toMatchObject(cells);
});

test.each([
  ["Zeta Open", { "Month, all in": "$147.70", Quality: "1,320", "Stays on it": "up to $951.08", "Measured, a question": "–" }],
  ["Nova Acme", { "Month, all in": "$951.08", Quality: "1,450", "Stays on it": "at any price", "Measured, a question": "$0.41" }],
])("the frontier shows %s with %j", (name, cells) => {
  expect(cellsOf(tableWith(chat, "Stays on it"), name)).toMatchObject(cells);
});

test("a kept ranking shows the rows of its day", () => {
  expect(cellsOf(tableWith(kept, "Rank", "Quality"), "Nova")).toMatchObject({
    Rank: "1",
    Between: "1–2",
    "Tied with": "1",
    "Month, all in": "$1,081",
    "Cheapest at": "Acme",
    Quality: "1,449",
    "90 % interval": "1,440–1,461",
    "Scored by": "LMArena, ECI",
  });
});

test("the free offers show who gives a model away, how good it is and when that was read", () => {
  expect(cellsOf(tableWith(free, "Free at"), "Zeta Open")).toMatchObject({
    "Free at": "OpenRouter (free)",
    Quality: "1,320 1,309–1,332",
    "Read on": "22 Aug 2026",
  });
});

test.each([
  ["Chat", "Nova $951.08 a month, Hostly via OpenRouter (us-east-1, fp8, turbo)"],
  ["Extraction in batches", "Nova $1,828 a month, Acme"],
])("the overview names for %s the cheapest as good as the frontier: %s", (workload, words) => {
  const cells = cellsOf(tableWith(overview, "Workload", "Models on the frontier"), workload);
  expect(cells["Cheapest as good as a median frontier model"]).toBe(words);
  expect(cells["Models on the frontier"]).toBe("2");
});
