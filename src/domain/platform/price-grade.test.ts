import { expect, test } from "vitest";
import { aFact, aPlatform } from "../../../tests/builders/platform/a-platform.ts";
import type { Evidence } from "../source/evidence-class.ts";
import type { Platform } from "./platform.ts";
import { priceGrade } from "./price-grade.ts";

const stating = (kind: string | null): Platform =>
  aPlatform(kind === null ? {} : { ownPrices: aFact({ kind, url: null, says: "Prices." }) });

const read = (evidence: Evidence, day = "2026-11-18") => ({
  evidence,
  restsOn: { id: "models.dev", url: "https://acme.example/api", readAt: `${day}T00:00:00Z`, hand: "second" } as const,
});

test.each([
  ["our own reading", "api", ["own"], "A us"],
  ["our own reading beside a copy", "api", ["mirror", "own"], "A us"],
  ["a copy by program", "api", ["reported", "mirror"], "A catalogue"],
  ["an API that nobody reads", "api", ["reported", "corroborated"], "C api"],
  ["an API and no offer", "api", [], "C api"],
  ["a page somebody wrote down", "page", ["transcribed", "reported"], "B"],
  ["a page nobody read", "page", ["reported"], "C page"],
  ["articles somebody wrote down", "claim", ["transcribed"], "C claim"],
  ["articles", "claim", ["reported"], "C claim"],
  ["prices on request", "onRequest", ["reported"], "D"],
  ["nothing known", null, ["corroborated"], "D"],
] as const)("%s: %s, %j is %s", (_what, kind, evidence, expected) => {
  const grade = priceGrade(
    stating(kind),
    evidence.map((each) => read(each)),
    "2026-11-20",
  );
  if (grade === null) throw new Error("an open platform has a grade");
  const more = { A: "readBy" in grade ? ` ${grade.readBy}` : "", B: "", C: "states" in grade ? ` ${grade.states}` : "", D: "" };
  expect(`${grade.grade}${more[grade.grade]}`).toBe(expected);
});

test("a platform that closed has none", () => {
  expect(priceGrade({ ...stating("api"), status: "closed" }, [read("own")], "2026-11-20")).toBeNull();
});

test("the day is that of the newest reading of that sort", () => {
  const offers = [read("mirror", "2026-11-02"), read("mirror", "2026-11-18"), read("reported", "2026-11-20")];
  expect(priceGrade(stating("api"), offers, "2026-11-20")).toMatchObject({ newest: { readAt: "2026-11-18T00:00:00Z" } });
});
