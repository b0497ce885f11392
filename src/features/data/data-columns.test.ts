import { expect, test } from "vitest";
import type { SourceStatus } from "../../domain/source/run.ts";
import { answerTable, findingTable, sourceTable } from "./data-columns.ts";

const source = (status: Partial<SourceStatus>): SourceStatus => ({
  ...{ id: "litellm", name: "LiteLLM", url: "https://example.com", licence: "MIT", hand: "second", status: "fresh", why: null },
  ...{ readAt: "2026-11-19T04:00:00Z", bodies: 1, readings: 1, offers: 1, skipped: {}, unmatched: 0 },
  ...status,
});

test.each([
  ["read within its days", {}, "fresh"],
  ["read this night, as a recording of August", { readAt: "2026-08-21T00:00:00Z" }, "stale: 91 days old"],
  ["held", { status: "held", why: "HTTP 503" }, "held: HTTP 503"],
  ["held for long", { status: "held", why: "HTTP 503", readAt: "2026-11-01T00:00:00Z" }, "held: HTTP 503; stale: 19 days old"],
] as const)("a source %s is called so", (_, status, text) => {
  const { groups } = sourceTable({ sources: [source(status)], asOf: "2026-11-20" });
  expect(groups[0]?.rows[0]?.cells[1]?.text).toBe(text);
});

test("the counts of answers stand each beside its own words", () => {
  const table = answerTable({
    ...{ models: 20, changed: 0, offersInDoubt: 9, winners: new Map([["own", 5] as const, ["mirror", 0] as const]) },
    ...{ doubts: new Map([["unitSlip", 7] as const]), eligiblePlatforms: { none: 1, one: 2, two: 3, threeOrMore: 4 } },
    ...{ mostUsed: { models: 200, answered: 6 }, soldByTwo: { models: 12, answered: 8 } },
  });
  expect(table.groups[0]?.rows.map(({ cells: [what, count] }) => [what?.text, count?.text])).toEqual([
    ["Won by a price confirmed by the platform", "5"],
    ["Without an answer", "1"],
    ["With one platform that may win", "2"],
    ["With two", "3"],
    ["With three or more", "4"],
    ["Answered, of the 200 most used", "6"],
    ["Answered, of the 12 that two platforms or more sell", "8"],
    ["Offers in doubt", "9"],
    ["In doubt: another unit", "7"],
  ]);
});

test("an example that is too long ends with a word, and says that it goes on", () => {
  const example = (detail: string) => {
    const finding = { rule: "priceJump", action: "hold", scope: "offer", subject: "x", detail } as const;
    return findingTable([{ rule: "priceJump", found: [finding] }]).groups[0]?.rows[0]?.cells[2]?.text;
  };
  expect(example("short")).toBe("x: short");
  expect(example("words ".repeat(60).trim())).toBe(`x: ${"words ".repeat(32)}…`);
});
