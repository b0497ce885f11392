import { expect, test } from "vitest";
import { Platform } from "../../domain/platform/platform.ts";
import { factLines } from "./platform-facts.ts";

const fact = <Value>(value: Value) => [{ value, sourceUrl: "https://example.org/terms", date: "2026-11-20", confidence: "high" }];

const textsOf = (facts: object) => {
  const platform = Platform.parse({
    id: "example",
    name: "Example",
    kind: "host",
    status: "open",
    market: "international",
    listMakers: [],
    links: {},
    api: fact({ baseUrl: null, speaks: [], keyEnv: null }),
    ...facts,
  });
  return Object.fromEntries(factLines(platform, "2026-11-28").map(({ label, text }) => [label, text]));
};

test("what paying costs are facts with their own lines", () => {
  const facts = {
    minimumTopUpCents: fact(500),
    fees: { topUp: fact([{ method: "card", percentBps: 440, minimumCents: 0, fixedCents: 30 }]) },
    feeDetails: fact("A refund keeps 5 %."),
  };
  expect(textsOf(facts)).toEqual({
    "Smallest top-up": "$5",
    "Top-up fee": "4.4\u202f% plus $0.30 a top-up by card",
    "Paying, in detail": "A refund keeps 5 %.",
  });
});

test.each([
  [{ what: ["committedUse", "provisionedThroughput"] }, "committed use, provisioned throughput"],
  [{ what: ["negotiatedRates"], says: "By contract." }, "negotiated rates. By contract."],
  [{ what: ["volumeTiers"] }, "volume tiers"],
])("what a list price leaves out, %j, reads %j", (notIncluded, text) => {
  expect(textsOf({ notIncluded: fact(notIncluded) })["Not included"]).toBe(text);
});

test.each([
  ["direct", "open", 1],
  ["cloud", "open", 1],
  ["host", "open", 0],
  ["router", "open", 0],
  ["direct", "closed", 0],
])("a %s that is %s has %i lines on what nobody read of its own terms", (kind, status, count) => {
  const said = textsOf({ kind, status })["Not included"];
  expect(said === undefined ? 0 : 1).toBe(count);
});
