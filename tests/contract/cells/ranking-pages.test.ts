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
      Model: expect.stringContaining("Zeta one source"),
      Rank: "1",
      "Rank range": "1–1",
      "Tied with": "0",
      "Monthly cost": "$147.70",
      "Cheapest at": expect.stringContaining("Hostly via OpenRouter"),
      // One source: the figure that its rank is made from stands beside what the source says.
      Preferred: "41 % 40–43 counts as 40 %",
      Quality: "1,320 1,309–1,332",
      "Scored by": "LMArena",
    },
  ],
  [
    "Nova Acme",
    {
      Rank: "2",
      // $951.08 ÷ 100 for a thousand requests, and 1 − 0.589 of a thousand answers at a cent.
      "Net cost per 1,000": "$13.62",
      "Monthly cost": "$951.08",
      "Cheapest at": "Hostly via OpenRouter (us-east-1, fp8, turbo) confirmed by the platform",
      Preferred: "59 % 57–61",
      "Worse of 1,000": "0",
      Quality: "1,450 1,439–1,462",
      "Scored by": "LMArena, ECI",
    },
  ],
  ["Nova Fast", { Rank: "3", "Monthly cost": "$3,608", "Extra per 1,000": "$26.57", Quality: "1,450 1,439–1,462" }],
])("the ranking shows %s with %j", (name, cells) => {
  expect(cellsOf(tableWith(chat, "Rank", "Scored by"), name)).toMatchObject(cells);
});

test.each([
  [
    "Nova Acme",
    {
      Rank: "1",
      "Rank range": "1–1",
      "Tied with": "0",
      "Monthly cost": "$951.08",
      "Meets the minimum": "perhaps: its interval reaches it",
    },
  ],
  ["Nova Fast", { Rank: "2", "Rank range": "1–2", "Tied with": "1", "Monthly cost": "$3,608" }],
])("the bar shows %s with %j", (name, cells) => {
  expect(cellsOf(tableWith(chat, "Meets the minimum"), name)).toMatchObject(cells);
});

test.each([
  [
    "Zeta Open",
    {
      "No.": "1",
      "Best while a worse answer costs": "under $0.042",
      "Worse of 1,000": "194",
      "Extra per 1,000": "−$6.10",
      "Measured, a question": "–",
    },
  ],
  ["Nova Acme", { "No.": "2", "Best while a worse answer costs": "over $0.042", "Measured, a question": "$0.41" }],
])("the best buys show %s with %j", (name, cells) => {
  expect(cellsOf(tableWith(chat, "Best while a worse answer costs"), name)).toMatchObject(cells);
});

test("captions and the picture's legend say what a model of one source counts as, and what an unknown fee does", () => {
  expect(chat.match(/one source alone scored counts at the lower end of its interval/g)).toHaveLength(2);
  expect(chat).toMatch(/<span id="lower-end">scored by one source alone: drawn where it counts, at the lower end<\/span>/);
  expect(chat.match(/a range where a fee is unknown, counted at its upper end/g)).toHaveLength(3);
});

test("what needs a script is in sight only where scripts run", () => {
  expect(chat).toContain('the tables below<span class="if-scripts">; touch the picture');
  expect(chat).toContain('<span class="if-scripts">Earlier days are there too: the field below finds each.</span>');
});

test("the kept days are a sentence, and the order of the rows is told without a day that is still to come", () => {
  expect(chat).toMatch(/checksum\.\s+Kept lately: <a href="[^"]*2026-08-\d\d\/">[^<]*<\/a>(, <a [^>]*>[^<]*<\/a>)*\.\s/);
  expect(chat).toMatch(/They used to be\s+<a href="\?sort=value">by quality per dollar<\/a>\./);
});

test("a kept ranking shows the rows of its day", () => {
  expect(cellsOf(tableWith(kept, "Rank", "Quality"), "Nova")).toMatchObject({
    Rank: "1",
    "Rank range": "1–2",
    "Tied with": "1",
    "Monthly cost": "$1,081",
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

test("the overview names every best buy of a strip with its prices, also one whose bar has room for a number alone", () => {
  expect(overview).toMatch(/Best buys by what a worse answer costs you: 1 Zeta Open, under \$0\.042; 2 Nova, over \$0\.042\./);
});

test("the overview says for each workload who is the best buy, and what a worse answer costs there", () => {
  expect(overview).toContain("For chat, ");
  expect(overview).toMatch(/Zeta Open<\/b>\s*is the best buy while a worse answer costs you less than \$0\.042/);
  expect(overview).toContain(
    "Unless you say otherwise, a worse answer costs $0.01 here: one in 20 takes 30 seconds of a reader’s time at $24 an hour, $0.20. Asked once more.",
  );
});
