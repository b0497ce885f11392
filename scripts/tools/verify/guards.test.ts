import { describe, expect, test } from "vitest";
import { aRecording } from "../../../tests/builders/a-recording.ts";
import { aModelRow } from "../../../tests/fixtures/openrouter-rows.ts";
import { readCurated } from "../../night/pipeline/curated.ts";
import { verifyGuards } from "./guards.ts";

const curated = { ...readCurated("data/curated"), guardExceptions: [] };

const DAYS = ["2026-04-17", "2026-04-18", "2026-04-19", "2026-05-19", "2026-05-20", "2026-05-21", "2026-05-22"];

/** The days around two prices OpenRouter showed by mistake, with what it showed; a model beside them moves as models do. */
function aPast(wrong: Readonly<Record<string, string>>) {
  const usualPrices: Readonly<Record<string, string>> = { "z-ai/glm-5.1": "0.00000098", "moonshotai/kimi-k2.5": "0.0000003827" };
  return aRecording({
    openrouter: Object.fromEntries(
      DAYS.map((day, index) => [
        day,
        [
          ...Object.entries(usualPrices).map(([id, prompt]) => row(id, wrong[`${id} ${day}`] ?? prompt)),
          row("acme/nova-9", `0.00000${index + 1}`),
        ],
      ]),
    ),
  });
}

const row = (id: string, prompt: string) => aModelRow({ id, canonical_slug: id, pricing: { prompt, completion: prompt } });

describe("the verdict on the guards", () => {
  test("holds where known wrong prices are held at what they were", async () => {
    const dir = aPast({ "z-ai/glm-5.1 2026-05-20": "0", "z-ai/glm-5.1 2026-05-21": "0", "moonshotai/kimi-k2.5 2026-04-18": "0" });
    const { figures, failures } = await verifyGuards(dir, curated);
    expect(failures).toEqual([]);
    expect(figures.join("\n")).toMatch(/7 nights.*3 nights of wrong zeros on 2 models held/s);
  });

  test("fails where one goes through, with its name and day", async () => {
    const dir = aPast({ "z-ai/glm-5.1 2026-05-20": "0", "moonshotai/kimi-k2.5 2026-04-18": "0.0000002" });
    const { failures } = await verifyGuards(dir, curated);
    expect(failures).toEqual([
      "z-ai/glm-5.1 on 2026-05-21: not held, not at 980000",
      "moonshotai/kimi-k2.5 on 2026-04-18: not held, not at 382700",
    ]);
  });

  test("fails where more than one true move in a hundred waits for a second day", async () => {
    const dir = aPast({ "moonshotai/kimi-k2.5 2026-05-22": "0.00003827" });
    expect((await verifyGuards(dir, curated)).failures.at(-1)).toMatch(/^1 of \d+ moves that lasted were held/);
  });

  test("has nothing to say of a recording without a past", async () => {
    expect(await verifyGuards(aRecording({}), curated)).toMatchObject({ failures: [] });
  });
});
