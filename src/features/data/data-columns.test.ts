import { expect, test } from "vitest";
import type { SourceStatus } from "../../domain/source/run.ts";
import { sourceTable } from "./data-columns.ts";

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
