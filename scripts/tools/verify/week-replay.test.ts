import { describe, expect, test } from "vitest";
import { aModelRow } from "../../../tests/fixtures/openrouter-rows.ts";
import { readCurated } from "../../night/pipeline/curated.ts";
import { MODELS_URL } from "../../night/sources/openrouter/openrouter-list.ts";
import { openrouterModels } from "../../night/sources/openrouter/openrouter-models.ts";
import type { ParsedDay } from "./guard-replay.ts";
import { replayWeek } from "./week-replay.ts";

const curated = { ...readCurated("data/curated"), aliases: [], neverJoin: [], guardExceptions: [] };

/** A model's input price on each day of a week, dollars per million tokens; null = not listed. */
type Week = readonly (number | null)[];

const STEADY: Week = [1, 1, 1, 1, 1, 1, 1];

function aDay(index: number, models: Readonly<Record<string, Week>>): ParsedDay {
  const day = `2026-08-${String(10 + index)}`;
  const rows = Object.entries(models).flatMap(([slug, week]) => {
    const usd = week[index] ?? null;
    const pricing = { prompt: String((usd ?? 0) / 1e6), completion: String(((usd ?? 0) * 2) / 1e6) };
    return usd === null ? [] : [aModelRow({ id: `acme/${slug}`, name: `Acme: ${slug}`, canonical_slug: slug, pricing })];
  });
  const body = { url: MODELS_URL, readAt: `${day}T12:00:00Z`, content: { data: rows } };
  return { day, body, parsed: openrouterModels.parse([body]) };
}

/** A week of twenty steady models and the one it is about. */
function aWeekOf(subject: Week) {
  const steady = Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`steady-${index}`, STEADY]));
  return replayWeek(
    STEADY.map((_, index) => aDay(index, { ...steady, subject })),
    curated,
  );
}

describe("a week lived night by night ends like one refresh on its last day with the history of all seven", () => {
  test.each<[string, Week]>([
    ["nothing moves", STEADY],
    ["a price moves every night", [1, 1.1, 1.2, 1.1, 1, 0.9, 0.8]],
    ["a model comes", [null, null, null, 1, 1, 1, 1]],
    ["a model goes and comes back", [1, 1, null, null, 1, 1, 1]],
    ["a model goes", [1, 1, 1, 1, 1, null, null]],
  ])("%s: without a word in any report", (_, subject) => {
    expect(aWeekOf(subject)).toMatchObject({ reported: 0, unexplained: [] });
  });

  test.each<[string, Week]>([
    ["ten times as dear for a night is held", [1, 1, 10, 1, 1, 1, 1]],
    ["ten times as dear for good is held, then accepted", [1, 1, 10, 10, 10, 10, 10]],
    ["ten times as dear on the last night is held", [1, 1, 1, 1, 1, 1, 10]],
    ["zero is held for as long as it lasts", [1, 1, 1, 0, 0, 0, 0]],
    ["zero is held, and gone when the price is back", [1, 1, 0, 0, 1, 1, 1]],
  ])("%s: the one that differs is reported", (_, subject) => {
    expect(aWeekOf(subject)).toMatchObject({ offers: 21, reported: 1, unexplained: [] });
  });
});
