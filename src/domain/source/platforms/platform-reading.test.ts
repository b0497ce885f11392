import { expect, test } from "vitest";
import type { Run, SourceStatus } from "../run.ts";
import { platformReading } from "./platform-reading.ts";

const NOTHING: Pick<Run, "sources" | "findings"> = { sources: [], findings: [] };
const read = (evidence: "own" | "mirror" | "reported", id: "vercel-models" | "models.dev", day: string) =>
  ({
    evidence,
    status: "current",
    restsOn: { id, url: "https://acme.example/", readAt: `${day}T04:00:00Z`, hand: evidence === "own" ? "first" : "second" },
  }) as const;
const status = (differs: Partial<SourceStatus>): SourceStatus => ({
  ...({
    id: "vercel-models",
    name: "Vercel",
    url: "https://acme.example/",
    licence: "",
    hand: "first",
    status: "fresh",
  } as const),
  ...{ why: null, readAt: "2026-11-28T04:00:00Z", bodies: 1, readings: 240, offers: 1, skipped: {}, unmatched: 0 },
  ...differs,
});

test("the strongest word counts, with its newest reading and how many offers rest on it", () => {
  const sold = [
    read("mirror", "models.dev", "2026-09-30"),
    read("mirror", "models.dev", "2026-10-01"),
    read("reported", "models.dev", "2026-11-01"),
  ];
  const { evidence, newest, rows, offers, since, readers } = platformReading("vercel", sold, NOTHING);
  expect({ evidence, day: newest?.readAt.slice(0, 10), rows, offers, since }).toEqual({
    ...{ evidence: "mirror", day: "2026-10-01", rows: 2, offers: 3, since: null },
  });
  expect(readers).toEqual([{ platform: "vercel", name: expect.any(String), reads: "api", status: null, objection: null }]);
});

test("our own reader counts since its first good night", () => {
  const sources = [status({ firstReadAt: "2026-11-28T04:00:00Z" })];
  const { evidence, since } = platformReading("vercel", [read("own", "vercel-models", "2026-11-29")], { sources, findings: [] });
  expect([evidence, since]).toEqual(["own", "2026-11-28T04:00:00Z"]);
});

test("what stands against a reader is said, also where it had no good night yet", () => {
  const finding = {
    rule: "catalogueDisagrees",
    action: "hold",
    scope: "source",
    subject: "vercel-models",
    detail: "1 of 12",
  } as const;
  const { readers } = platformReading("vercel", [], { sources: [], findings: [finding] });
  expect(readers.map(({ objection }) => objection)).toEqual(["1 of 12"]);
});

test("a platform without a reader of its own has none", () => {
  expect(platformReading("ofox", [], NOTHING)).toMatchObject({ evidence: null, newest: null, rows: 0, readers: [] });
});
