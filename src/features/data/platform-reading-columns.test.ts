import { expect, test } from "vitest";
import { platformReading } from "../../domain/source/platforms/platform-reading.ts";
import { platformReadingTable } from "./platform-reading-columns.ts";

const texts = (
  platform: string,
  ...[sold, run]: readonly [Parameters<typeof platformReading>[1], Parameters<typeof platformReading>[2]]
) => platformReadingTable([platformReading(platform, sold, run)], (id) => id).groups[0]?.rows[0]?.cells.map(({ text }) => text);

test("a platform is listed with how its price is read, and a reader that is off with the reason", () => {
  expect(texts("google-vertex", [], { sources: [], findings: [] })).toEqual([
    ...["google-vertex", "no price", "–", "–", "0", "0"],
    "page: off, its tables are not known",
  ]);
});

test("what our own reader read is said", () => {
  const restsOn = { id: "novita-models", url: "https://acme.example/", readAt: "2026-11-28T04:00:00Z", hand: "first" } as const;
  const status = {
    ...({
      id: "novita-models",
      name: "Novita",
      url: restsOn.url,
      licence: "",
      hand: "first",
      status: "fresh",
      why: null,
    } as const),
    ...{ readAt: restsOn.readAt, firstReadAt: restsOn.readAt, bodies: 1, readings: 93, offers: 90, skipped: {}, unmatched: 3 },
  };
  expect(texts("novita-ai", [{ evidence: "own", status: "current", restsOn }], { sources: [status], findings: [] })).toEqual([
    ...["novita-ai", "own API", "28 Nov 2026", "28 Nov 2026", "1", "1"],
    "API: 93 rows",
  ]);
});
