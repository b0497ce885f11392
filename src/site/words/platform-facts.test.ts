import { expect, test } from "vitest";
import { Platform } from "../../domain/platform/platform.ts";
import { factLines } from "./platform-facts.ts";

const fact = <Value>(value: Value) => [{ value, sourceUrl: "https://example.org/terms", date: "2026-11-20", confidence: "high" }];

const platformOf = (facts: object) =>
  Platform.parse({
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

const textsOf = (facts: object) =>
  Object.fromEntries(factLines(platformOf(facts), "2026-11-28").map(({ label, text }) => [label, text]));

test.each([
  ["read in its terms", { legalName: "Cortecs GmbH", basis: "read", country: "AT" }, "Cortecs GmbH"],
  ["read by others", { legalName: "Nebius B.V.", basis: "thirdParty", country: "NL" }, "Nebius B.V. (as others read it)"],
  ["common knowledge", { legalName: "SAP SE", basis: "knownNotRead", country: "DE" }, "SAP SE (not read in its documents)"],
  ["nowhere", { legalName: null, basis: null, country: null }, "we found no legal entity in its public documents"],
])("a legal name %s says so", (_, identity, text) => {
  expect(textsOf({ identity: fact(identity) })["Run by"]).toBe(text);
});

test("who runs it, where, and what it bills in are facts with their own lines", () => {
  const facts = {
    identity: fact({ legalName: "Scaleway SAS", basis: "read", country: "FR" }),
    currency: "EUR",
    onOpenRouterList: fact(false),
    minimumTopUpCents: fact(500),
    fees: { topUp: fact([{ method: "card", percentBps: 440, minimumCents: 0, fixedCents: 30 }]) },
  };
  expect(textsOf(facts)).toMatchObject({
    Country: "France",
    "Billed in": "EUR",
    "On OpenRouter’s provider list": "no",
    "Smallest top-up": "$5",
    "Top-up fee": "4.4\u202f% plus $0.30 a top-up by card",
  });
});
