import { expect, test } from "vitest";
import type { GoneOffer } from "../../src/domain/offer/gone-offer.ts";
import type { SellerNames } from "../../src/domain/offer/seller-names.ts";
import { goneLines } from "../../src/site/words/gone-text.ts";

const ended = (platformName: string, goneOn: string | null): GoneOffer & SellerNames => ({
  ...{ id: `acme/nova@${platformName}`, model: "acme/nova", platform: platformName, host: null, region: null },
  ...{ quantization: null, variant: null, upstreamId: "nova", goneOn, sourceUrl: "https://acme.example/end" },
  ...{ tier: "standard", why: "withdrawn", platformName, hostName: null },
});

test("what ended is told newest first, of one day by seller, and what has no day last, in whatever order it comes", () => {
  const gone = [ended("Zeta", "2026-08-16"), ended("Acme", "2026-08-16"), ended("Late", "2026-09-01"), ended("When", null)];
  const sellers = (rows: typeof gone) => goneLines(rows).map(({ text }) => text.split(":")[0]);
  expect(sellers(gone)).toEqual(["Late", "Acme", "Zeta", "When"]);
  expect(sellers(gone.toReversed())).toEqual(sellers(gone));
});
