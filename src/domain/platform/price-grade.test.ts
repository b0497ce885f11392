import { expect, test } from "vitest";
import type { Evidence } from "../source/evidence-class.ts";
import { Platform } from "./platform.ts";
import { priceGrade } from "./price-grade.ts";

const READ = { sourceUrl: "https://acme.example/pricing", date: "2026-11-01", confidence: "high" };

const aPlatform = (kind: string | null): Platform =>
  Platform.parse({
    id: "acme",
    name: "Acme",
    kind: "host",
    status: "open",
    market: "international",
    listMakers: [],
    links: {},
    api: [{ value: { baseUrl: null, speaks: [], keyEnv: null }, ...READ }],
    ...(kind === null ? {} : { ownPrices: [{ value: { kind, url: null, says: "Prices." }, ...READ }] }),
  });

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
    aPlatform(kind),
    evidence.map((each) => read(each)),
    "2026-11-20",
  );
  if (grade === null) throw new Error("an open platform has a grade");
  const more = { A: "readBy" in grade ? ` ${grade.readBy}` : "", B: "", C: "states" in grade ? ` ${grade.states}` : "", D: "" };
  expect(`${grade.grade}${more[grade.grade]}`).toBe(expected);
});

test("a platform that closed has none", () => {
  expect(priceGrade({ ...aPlatform("api"), status: "closed" }, [read("own")], "2026-11-20")).toBeNull();
});

test("the day is that of the newest reading of that sort", () => {
  const offers = [read("mirror", "2026-11-02"), read("mirror", "2026-11-18"), read("reported", "2026-11-20")];
  expect(priceGrade(aPlatform("api"), offers, "2026-11-20")).toMatchObject({ newest: { readAt: "2026-11-18T00:00:00Z" } });
});
