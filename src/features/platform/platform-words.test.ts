import { expect, test } from "vitest";
import { gradeInShort, lastReadOn, ownerInShort, policyInShort } from "./platform-words.ts";

const fact = <Value>(value: Value) => [
  { value, sourceUrl: "https://example.org/terms", date: "2026-11-20", confidence: "high" as const },
];
const newest = { id: "models.dev", url: "https://models.dev/api.json", readAt: "2026-11-18T00:00:00Z", hand: "second" } as const;
const AS_OF = "2026-11-28";

test.each([
  [{ legalName: "Cortecs GmbH", basis: "read", country: "AT" }, "Cortecs GmbH, Austria"],
  [{ legalName: "Z Pte. Ltd.", basis: "thirdParty", country: "SG" }, "Z Pte. Ltd., Singapore (as third parties say)"],
  [{ legalName: "Groq, Inc.", basis: "knownNotRead", country: null }, "Groq, Inc., country not known (unchecked)"],
  [{ legalName: null, basis: null, country: "FR" }, "no legal name found, France"],
  [{ legalName: null, basis: null, country: null }, "not known"],
] as const)("who runs %j is %s", (identity, text) => {
  expect(ownerInShort({ identity: fact(identity) }, AS_OF)).toBe(text);
});

test.each([
  [{ trainsOnApiData: false, retentionDays: 30 }, "no training on API data, kept up to 30 days"],
  [{ trainsOnApiData: false, retentionDays: 0 }, "no training on API data, nothing kept"],
  [{ trainsOnApiData: true, retentionDays: null }, "trains on API data, retention not said"],
  [{ trainsOnApiData: null, retentionDays: 1 }, "training not said, kept up to 1 day"],
  [{ trainsOnApiData: null, retentionDays: null }, "Served from Paris."],
] as const)("the policy %j reads %s", (policy, text) => {
  expect(policyInShort({ dataPolicy: fact({ ...policy, says: "Served from Paris." }) }, AS_OF)).toBe(text);
});

test("news of a policy stands after what is known of it", () => {
  const kept = fact({ trainsOnApiData: false, retentionDays: 0, says: "Keeps nothing." });
  const news = fact({ trainsOnApiData: null, retentionDays: null, says: "Since 27 October all requests are screened." });
  const dataPolicy = [
    ...kept.map((each) => ({ ...each, undated: true as const, date: "2026-11-21" })),
    ...news.map((each) => ({ ...each, date: "2026-10-27" })),
  ];
  expect(policyInShort({ dataPolicy }, AS_OF)).toBe(
    "no training on API data, nothing kept. Since 27 October all requests are screened.",
  );
});

test("nobody's word is not known", () => {
  expect([ownerInShort({}, AS_OF), policyInShort({}, AS_OF)]).toEqual(["not known", "not known"]);
});

test.each([
  [{ grade: "A", readBy: "us", newest }, "A: confirmed by the platform", "18 Nov 2026"],
  [{ grade: "A", readBy: "catalogue", newest }, "A: copied from its API by models.dev", "18 Nov 2026"],
  [{ grade: "B", newest }, "B: written down from its page", "18 Nov 2026"],
  [{ grade: "C", states: "page" }, "C: copied from catalogues; no source of ours reads its page", null],
  [{ grade: "D" }, "D: no public price of its own known", null],
  [null, "–", null],
] as const)("the grade %j reads %s, last on %s", (grade, text, day) => {
  expect([gradeInShort(grade), lastReadOn(grade)]).toEqual([text, day]);
});
