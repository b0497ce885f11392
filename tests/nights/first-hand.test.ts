import { join } from "node:path";
import { expect, test } from "vitest";
import { readStore } from "../../scripts/night/pipeline/store.ts";
import { PLATFORM_SPECS } from "../../scripts/night/sources/platforms/specs/all-specs.ts";
import { platformReader } from "../../src/domain/source/platforms/platform-sources.ts";
import { fixtureAnswers } from "../fixtures/platform-fixture.ts";
import { before, folder, nightWith, playFaultyNights, refresh } from "./faulty-nights.ts";

playFaultyNights();

const specIds = PLATFORM_SPECS.map(({ id }) => id).filter((id) => platformReader(id).offBecause === undefined);
const off = PLATFORM_SPECS.map(({ id }) => id).filter((id) => platformReader(id).offBecause !== undefined);

test("the night's report shows every platform read first-hand, for the first time", async () => {
  const { report } = await refresh(join(folder, "first"), "2026-08-21");
  for (const id of specIds) expect(report).toMatch(new RegExp(`^\\| ${id} \\| fresh \\| 2026-08-21T04:00:00Z \\|`, "m"));
  expect(report).toContain(`### firstRead (${specIds.length})`);
  for (const id of off) expect(report).not.toContain(`| ${id} |`);
});

test("its first good night is remembered, and told once", async () => {
  const { store, findings } = await nightWith({});
  const since = new Map(store.run?.sources.map(({ id, firstReadAt }) => [id, firstReadAt]));
  for (const id of specIds) expect(since.get(id), id).toBe("2026-08-21T04:00:00Z");
  expect(findings.filter((each) => each.startsWith("firstRead"))).toEqual([]);
});

test("a platform that another night answers otherwise keeps what it said, and every other is read", async () => {
  const [[url = ""] = []] = fixtureAnswers("novita-models");
  const { store, findings } = await nightWith({ [url]: "<!doctype html><p>Please log in</p>" });
  expect(findings).toContain("sourceFailed novita-models");
  expect(store.readings.get("novita-models")).toEqual(before.readings.get("novita-models"));
  const states = store.run?.sources.filter(({ id }) => specIds.some((each) => each === id)).map(({ status }) => status) ?? [];
  expect(states.filter((status) => status === "held")).toHaveLength(1);
});

test("what was read is kept as readings, not as text", () => {
  expect(readStore(join(folder, "quiet")).readings.get("vercel-models")?.[0]).not.toHaveProperty("raw");
});
