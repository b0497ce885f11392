import { expect, test } from "vitest";
import { anOffer } from "../../tests/builders/an-offer.ts";
import { withStaleness } from "../domain/source/staleness.ts";
import { isStrict, refuseStale } from "./strict.ts";

const offer = anOffer({ source: { id: "litellm", url: "https://x.example/", readAt: "2026-08-01T00:00:00Z", hand: "second" } });

test("a strict build refuses stale offers and names the first", () => {
  expect(() => refuseStale([withStaleness(offer, "2026-08-30")])).toThrow(`1 of 1 offers are stale, ${offer.id} first`);
  expect(() => refuseStale([withStaleness(offer, "2026-08-02")])).not.toThrow();
});

test.each([
  [{ TOKEN_PARITY_STRICT: "1" }, true],
  [{ TOKEN_PARITY_STRICT: "0" }, false],
  [{}, false],
])("%j is strict: %s", (environment, expected) => {
  expect(isStrict(environment)).toBe(expected);
});
