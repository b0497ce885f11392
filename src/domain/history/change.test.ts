import fc from "fast-check";
import { expect, test } from "vitest";
import { changesBetween } from "../../../tests/builders/a-history.ts";
import { anOffer } from "../../../tests/builders/an-offer.ts";
import { offerId, readOfferId } from "../offer/offer-id.ts";
import { TIERS } from "../offer/tier.ts";
import { ChangeRow, changeLine, changeOf } from "./change.ts";

const text = fc.option(fc.stringMatching(/^[a-z0-9][a-z0-9.#-]{0,9}$/), { nil: null });

test("an offer id says everything that made it", () => {
  const key = fc.record({
    platform: fc.stringMatching(/^[a-z0-9][a-z0-9.-]{0,9}$/),
    host: text,
    region: text,
    tier: fc.constantFrom(...TIERS),
    quantization: text,
    variant: text,
  });
  fc.assert(
    fc.property(key, (each) => {
      expect(readOfferId(offerId("acme/nano", each))).toEqual({ model: "acme/nano", ...each });
    }),
  );
});

test("an id without a platform is a bug and says so", () => {
  expect(() => readOfferId("acme/nano")).toThrow("acme/nano: not an offer id");
});

test("a line holds eight fields in one order, prices as decimal text, and reads back the same", () => {
  const [change] = changesBetween(
    [],
    [anOffer({ platform: "openrouter", host: "acme", prices: { input: "0.0375" } })],
    "2026-08-22",
  );
  if (change === undefined) throw new Error("no line");
  const line = changeLine(change);
  expect(line).toBe(
    '{"day":"2026-08-22","offerId":"acme/nano@openrouter;host=acme","meter":"input","condition":null,"old":null,"new":"0.0375","note":null,"source":"groq-pricing"}',
  );
  expect(changeOf(ChangeRow.parse(JSON.parse(line)))).toEqual(change);
  expect(change).toMatchObject({ model: "acme/nano", platform: "openrouter", host: "acme", region: null, tier: "standard" });
});
