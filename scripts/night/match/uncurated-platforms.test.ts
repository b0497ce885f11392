import { expect, test } from "vitest";
import { aReading } from "../../../tests/builders/a-reading.ts";
import { onCuratedPlatforms } from "./uncurated-platforms.ts";

const KEY = { host: null, region: null, tier: "standard", quantization: null, variant: null } as const;
const row = (platform: string, upstreamId: string) => ({
  model: "acme/nano",
  reading: aReading({ key: { ...KEY, platform }, upstreamId }),
});

test("rows of platforms nobody has written down wait, with one finding that names them", () => {
  const rows = [row("groq", "a"), row("brand-new", "a"), row("groq", "b"), row("brand-new", "b"), row("other", "a")];
  const { matched, findings } = onCuratedPlatforms(rows, new Set(["groq"]));
  expect(matched.map(({ reading }) => `${reading.key.platform} ${reading.upstreamId}`)).toEqual(["groq a", "groq b"]);
  expect(findings.map(({ rule, action, subject, detail }) => [rule, action, subject, detail])).toEqual([
    [
      ...["platformUnknown", "hold", "platforms.json"],
      "2 platforms nobody has written down, their rows are left out until platforms.json or excluded-sellers.json names them: brand-new, other",
    ],
  ]);
});

test("no platform waits, no finding", () => {
  expect(onCuratedPlatforms([row("groq", "a")], new Set(["groq"])).findings).toEqual([]);
});
