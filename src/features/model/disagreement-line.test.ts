import { expect, test } from "vitest";
import { anOffer } from "../../../tests/builders/an-offer.ts";
import { Prices } from "../../domain/offer/meter.ts";
import type { SourceRef } from "../../domain/source/source-ref.ts";
import { disagreementLines } from "./disagreement-line.ts";

const page = { id: "list-prices", url: "https://acme.example/prices", readAt: "2026-10-03T00:00:00Z", hand: "first" } as const;
const copy = { id: "pi-ai", url: "https://pi.example/", readAt: "2026-11-20T00:00:00Z", hand: "second" } as const;
const other = { id: "models.dev", url: "https://models.dev/api.json", readAt: "2026-09-30T00:00:00Z", hand: "second" } as const;
const second = (source: SourceRef, input: string) => ({
  ...{ offer: "acme/nano@hostly", source, conditions: [], changedAt: null },
  prices: Prices.parse({ input, output: "2" }),
});
const linesOf = (offer: Parameters<typeof anOffer>[0], seconds: readonly ReturnType<typeof second>[]) =>
  disagreementLines([anOffer({ prices: { input: "1", output: "2" }, ...offer })], () => seconds).map(({ used, others }) => [
    used.url,
    ...others.map(({ url, isOther }) => `${isOther ? "≠" : "="} ${url}`),
  ]);

test("the price in use has the source that the table of offers names", () => {
  const seconds = [second(page, "1"), second(other, "3")];
  expect(linesOf({ source: copy, restsOn: page }, seconds)).toEqual([[page.url, `= ${copy.url}`, `≠ ${other.url}`]]);
  expect(linesOf({ source: copy, restsOn: copy }, seconds)).toEqual([[copy.url, `= ${page.url}`, `≠ ${other.url}`]]);
});

test("an offer that all sources read alike has no line", () => {
  expect(linesOf({ source: copy, restsOn: page }, [second(page, "1"), second(other, "1")])).toEqual([]);
});
