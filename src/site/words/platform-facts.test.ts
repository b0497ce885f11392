import { expect, test } from "vitest";
import { aFact, aPlatform } from "../../../tests/builders/platform/a-platform.ts";
import { factLines } from "./platform-facts.ts";

const textsOf = (facts: object) => {
  return Object.fromEntries(factLines(aPlatform(facts), "2026-11-28").map(({ label, text }) => [label, text]));
};

test("what paying costs are facts with their own lines", () => {
  const facts = {
    minimumTopUpCents: aFact(500),
    fees: { topUp: aFact([{ method: "card", percentBps: 440, minimumCents: 0, fixedCents: 30 }]) },
    feeDetails: aFact("A refund keeps 5 %."),
  };
  expect(textsOf(facts)).toEqual({
    "Smallest top-up": "$5",
    "Credit purchase fee": "4.4\u202f% plus $0.30 a top-up by card",
    "Paying, in detail": "A refund keeps 5 %.",
  });
});

test.each([
  [{ what: ["committedUse", "provisionedThroughput"] }, "committed use, provisioned throughput"],
  [{ what: ["negotiatedRates"], says: "By contract." }, "negotiated rates. By contract"],
  [{ what: ["volumeTiers"] }, "volume tiers"],
])("what a list price leaves out, %j, reads %j", (notIncluded, text) => {
  expect(textsOf({ notIncluded: aFact(notIncluded) })["Not included"]).toBe(text);
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
