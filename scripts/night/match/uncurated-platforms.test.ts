import { expect, test } from "vitest";
import { aReading } from "../../../tests/builders/a-reading.ts";
import { onCuratedPlatforms } from "./uncurated-platforms.ts";

const KEY = { host: null, region: null, tier: "standard", quantization: null, variant: null } as const;
const row = (platform: string, upstreamId: string) => ({
  model: "acme/nano",
  reading: aReading({ key: { ...KEY, platform }, upstreamId }),
});

test("rows of platforms nobody has written down wait, with one finding for each platform", () => {
  const rows = [row("groq", "a"), row("brand-new", "a"), row("groq", "b"), row("brand-new", "b"), row("other", "a")];
  const { matched, findings } = onCuratedPlatforms(rows, new Set(["groq"]));
  expect(matched.map(({ reading }) => `${reading.key.platform} ${reading.upstreamId}`)).toEqual(["groq a", "groq b"]);
  expect(findings.map(({ rule, action, subject, detail }) => [rule, action, subject, detail.replace(/:.*/, "")])).toEqual([
    ["platformUnknown", "hold", "brand-new", "2 rows of models.dev left out"],
    ["platformUnknown", "hold", "other", "1 row of models.dev left out"],
  ]);
});
