import { expect, test } from "vitest";
import { aReading } from "../../../tests/builders/a-reading.ts";
import { leaveOut } from "./left-out.ts";

const AS_OF = "2026-11-20";
const row = (platform: string, upstreamId: string, readOn: string, canonicalId: string | null = null) => ({
  source: "models.dev",
  reading: aReading({ upstreamId, canonicalId, key: { platform }, source: { readAt: `${readOn}T00:00:00Z` } }),
});

test.each([
  ["a model two platforms sell", [row("a", "nova", "2026-11-01"), row("b", "acme/Nova", "2026-11-01")], []],
  ["two names of one model", [row("a", "n1", "2026-11-01", "acme/nova"), row("b", "n2", "2026-11-01", "acme/nova")], []],
  [
    "a model one platform sells",
    [row("a", "nova", "2026-11-01"), row("a", "nova:free", "2026-11-01")],
    ["sold by one platform only, not by its maker"],
  ],
  [
    "a model nobody named for 61 days",
    [row("a", "nova", "2026-09-20"), row("b", "nova", "2026-09-20")],
    ["named by no reading of the last 60 days"],
  ],
  ["a model named 60 days ago", [row("a", "nova", "2026-09-21"), row("b", "nova", "2026-09-21")], []],
])("%s", (_, rows, whys) => {
  const { unmatched, leftOut } = leaveOut(rows, AS_OF);
  expect([...new Set(leftOut.map(({ why }) => why))]).toEqual(whys);
  expect(unmatched).toEqual(whys.length === 0 ? rows : []);
});
