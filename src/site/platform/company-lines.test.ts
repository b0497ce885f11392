import { describe, expect, test } from "vitest";
import { aFact, aPlatform } from "../../../tests/builders/platform/a-platform.ts";
import type { PriceGrade } from "../../domain/platform/price-grade.ts";
import { companyLines } from "./company-lines.ts";
import { gradeText } from "./grade-text.ts";

const newest = { id: "models.dev", url: "https://models.dev/api.json", readAt: "2026-11-18T00:00:00Z", hand: "second" } as const;

const linesOf = (facts: object, grade: PriceGrade | null = { grade: "D" }) => {
  return companyLines(aPlatform(facts), grade, "2026-11-28");
};

const textOf = (label: string, facts: object) => linesOf(facts).find((line) => line.label === label)?.text;

test.each([
  ["read in its terms", { legalName: "Cortecs GmbH", basis: "read", country: "AT" }, "Cortecs GmbH"],
  [
    "read by others",
    { legalName: "Nebius B.V.", basis: "thirdParty", country: "NL" },
    "Nebius B.V. (as third parties say, not read in its documents)",
  ],
  [
    "common knowledge",
    { legalName: "SAP SE", basis: "knownNotRead", country: "DE" },
    "SAP SE (commonly known, not read in its documents)",
  ],
  ["nowhere", { legalName: null, basis: null, country: null }, "we found no legal entity in its public documents"],
])("a legal name %s says so, and which day that was", (_, identity, text) => {
  const [line] = linesOf({ identity: aFact(identity) });
  expect(line).toMatchObject({ label: "Legal name", text, sources: [{ host: "example.org", date: "1 Aug 2026" }] });
});

test("the same questions are asked of every platform, and not known is an answer without a source", () => {
  const [known, unknown] = [linesOf({ identity: aFact({ legalName: "A", basis: "read", country: "FR" }) }), linesOf({})];
  expect(unknown.map(({ label }) => label)).toEqual(known.map(({ label }) => label));
  const silent = unknown.filter(({ label }) => label !== "Price grade");
  expect(new Set(silent.map(({ text }) => text))).toEqual(new Set(["not known"]));
  expect(unknown.flatMap(({ sources }) => sources)).toEqual([]);
});

test.each([
  ["Country", { identity: aFact({ legalName: null, basis: null, country: "FR" }) }, "France"],
  ["Country", { identity: aFact({ legalName: null, basis: null, country: null }) }, "not known"],
  ["OpenRouter lists it as a provider", { onOpenRouterList: aFact(false) }, "no"],
  ["Resells", { resells: aFact({ platform: "openrouter", says: "OpenRouter’s list." }) }, "OpenRouter’s list."],
  ["Named by the maker, or tested", { makerPartner: aFact("Anthropic names it.") }, "Anthropic names it."],
  ["Billed in", { billing: aFact({ currency: "USD", says: "Counted in credits." }) }, "USD. Counted in credits."],
  ["Billed in", { billing: aFact({ currency: null }) }, "not known"],
  [
    "Own prices",
    { ownPrices: aFact({ kind: "api", url: "https://api.a.example/v1/models", says: "x" }) },
    "by API: api.a.example",
  ],
  ["Own prices", { ownPrices: aFact({ kind: "claim", url: null, says: "x" }) }, "in its own articles or code"],
  ["Status page", { statusPage: aFact("https://status.a.example/") }, "status.a.example"],
  ["In catalogues since", { soldSince: aFact("2025-07-25") }, "25 Jul 2025"],
  ["Certificates", { certifications: { soc2: aFact("type2"), iso27001: aFact("held") } }, "SOC 2 Type II, ISO 27001 held"],
  ["Certificates", { statedCertifications: aFact("SOC 2 (as a rival lists it)") }, "SOC 2 (as a rival lists it)"],
])("%s of %j is %j", (label, facts, text) => {
  expect(textOf(label, facts)).toBe(text);
});

test("another version of an answer follows the one that holds", () => {
  const [older] = aFact({ trainsOnApiData: null, retentionDays: null, says: "Keeps prompts for a day." });
  const [newer] = aFact({ trainsOnApiData: null, retentionDays: null, says: "Keeps nothing." });
  const policy = linesOf({ dataPolicy: [{ ...older, date: "2026-01-01" }, newer] }).filter(
    ({ label }) => label === "Data policy",
  );
  expect(policy.map(({ text, isCurrent }) => [text, isCurrent])).toEqual([
    ["Keeps nothing.", true],
    ["Keeps prompts for a day.", false],
  ]);
});

describe("the grade says in one line how the prices can be checked", () => {
  test.each([
    [{ grade: "A", readBy: "us", newest }, "A: our job reads its own prices, last on 18 Nov 2026"],
    [{ grade: "A", readBy: "catalogue", newest }, "A: a program of models.dev copies its own prices, last on 18 Nov 2026"],
    [{ grade: "B", newest }, "B: a person read its own price page, last on 18 Nov 2026"],
    [{ grade: "C", states: "claim" }, "C: its prices are its own claims, in its articles or code"],
    [{ grade: "D" }, "D: we know no public price of its own"],
  ] as const)("%j", (grade, text) => {
    expect(gradeText(grade)).toBe(text);
    expect(linesOf({}, grade).at(-1)).toMatchObject({ label: "Price grade", text, sources: "newest" in grade ? [{}] : [] });
  });
});
