import { describe, expect, test } from "vitest";
import { lineTexts } from "../../../tests/builders/a-history.ts";
import { aModel } from "../../../tests/builders/a-model.ts";
import { aModelsDevChange } from "../../../tests/builders/a-recording.ts";
import { ModelsDevChange } from "./models-dev-days.ts";
import { modelsDevPast, type PastTables } from "./models-dev-past.ts";

const TABLES: PastTables = {
  aliases: [],
  neverJoin: [],
  makers: [],
  platformAliases: [{ source: "models.dev", name: "azure-cognitive-services", platform: "azure", why: "the same shop" }],
  platforms: [],
  excludedSellers: [
    {
      source: "models.dev",
      name: "planly",
      kind: "subscription plan",
      why: "A plan.",
      sourceUrl: "https://example.com",
      checkedOn: "2026-08-01",
    },
  ],
};

type Over = Readonly<Record<string, unknown>>;

/** Every line some dated changes make, as text, each after its offer. */
function linesOf(...changes: readonly Over[]): readonly string[] {
  const rows = changes.map((over) => ModelsDevChange.parse(aModelsDevChange(over)));
  const past = modelsDevPast(TABLES, [aModel({ id: "acme/nano" }), aModel({ id: "acme/nano-pro" })]);
  return [...Map.groupBy(rows, ({ date }) => date)].flatMap(([day, each]) => {
    const lines = past({ day, changes: each });
    return lineTexts(lines).map((text, index) => `${lines[index]?.offerId} ${text}`);
  });
}

const later = (date: string, now: unknown, over: Over = {}): Over => ({ date, kind: "price", new: now, ...over });

test("a dated row is an offer of the model its id names, on the platform we call it by", () => {
  expect(linesOf({ provider: "azure-cognitive-services", model: "nano" })).toEqual([
    "acme/nano@azure 2026-05-01 input – → 1",
    "acme/nano@azure 2026-05-01 output – → 2",
  ]);
});

describe("rows that make no line", () => {
  test.each([
    ["a seller of plans", { provider: "planly" }],
    ["OpenRouter's own rows, read first-hand", { provider: "openrouter" }],
    ["an id no rule joins to a model", { model: "acme/unheard-of" }],
    ["a moving name", { model: "~acme/nano-latest" }],
    ["figures at zero", { new: { input: 0, output: 0 } }],
  ])("%s", (_, over) => {
    expect(linesOf(over)).toEqual([]);
  });
});

describe("days", () => {
  test("the last word of a day counts", () => {
    expect(
      linesOf({}, later("2026-05-02", { input: 9, output: 9 }), later("2026-05-02", { input: 1, output: 3 })).slice(2),
    ).toEqual(["acme/nano@hostly 2026-05-02 output 2 → 3"]);
  });

  test("a removed row is gone", () => {
    expect(linesOf({}, later("2026-05-02", null)).slice(2)).toEqual([
      "acme/nano@hostly 2026-05-02 input 1 → – (vanished)",
      "acme/nano@hostly 2026-05-02 output 2 → – (vanished)",
    ]);
  });

  test("a commit that says fix corrects a copy; the seller changed nothing", () => {
    const lines = linesOf(
      {},
      later("2026-06-30", { input: 1.1, output: 2 }, { subject: "Merge pull request #1917 from x/fix/pricing" }),
    );
    expect(lines.at(-1)).toBe("acme/nano@hostly 2026-06-30 input 1 → 1.1 (correction)");
    expect(linesOf({}, later("2026-06-30", { input: 1.1, output: 2 }, { subject: "update prices" })).at(-1)).toBe(
      "acme/nano@hostly 2026-06-30 input 1 → 1.1",
    );
  });
});

describe("rows of one key", () => {
  const twin = { model: "nano" };

  test("two spellings at one price are one offer", () => {
    expect(linesOf({}, twin)).toHaveLength(2);
    expect(linesOf({}, { ...twin, date: "2026-05-02" })).toHaveLength(2);
  });

  test("a cheaper second spelling takes the place; the first one's price is handed on, not raised or cut", () => {
    expect(linesOf({}, { ...twin, date: "2026-05-02", new: { input: 0.5, output: 1 } }).slice(2)).toEqual([
      "acme/nano@hostly 2026-05-02 input 1 → 0.5 (renumbered)",
      "acme/nano@hostly 2026-05-02 output 2 → 1 (renumbered)",
      "acme/nano@hostly;variant=#2 2026-05-02 input – → 1 (renumbered)",
      "acme/nano@hostly;variant=#2 2026-05-02 output – → 2 (renumbered)",
    ]);
  });
});

describe("prompt tiers", () => {
  const tiers = [{ above: 272_000, input: 2, output: 3 }];
  const full = { input: 1, output: 2, tiers };
  const trimmed = { repo: "someone/trimmed-copy" };

  test("a tier's bound is the prompt length", () => {
    expect(linesOf({ new: full }).slice(2)).toEqual([
      "acme/nano@hostly 2026-05-01 input prompt>272000 – → 2",
      "acme/nano@hostly 2026-05-01 output prompt>272000 – → 3",
    ]);
  });

  test("a trimmed copy keeps the bound an earlier full row gave, with its own figures", () => {
    const copy = later("2026-07-02", { input: 1, output: 2, context_over_200k: { input: 4, output: 3 } }, trimmed);
    expect(linesOf({ new: full }, copy).slice(4)).toEqual(["acme/nano@hostly 2026-07-02 input prompt>272000 2 → 4"]);
  });

  test("a trimmed copy alone does not say from which length on: no tier", () => {
    expect(linesOf({ new: { input: 1, output: 2, context_over_200k: { input: 4, output: 3 } }, ...trimmed })).toHaveLength(2);
  });

  test("a trimmed copy without the single long tier has lost it; several tiers it cannot show stay", () => {
    expect(linesOf({ new: full }, later("2026-07-02", { input: 1, output: 2 }, trimmed)).slice(4)).toEqual([
      "acme/nano@hostly 2026-07-02 input prompt>272000 2 → –",
      "acme/nano@hostly 2026-07-02 output prompt>272000 3 → –",
    ]);
    const several = { input: 1, output: 2, tiers: [{ above: 32_000, input: 2 }, ...tiers] };
    expect(linesOf({ new: several }, later("2026-07-02", { input: 1, output: 2 }, trimmed)).slice(5)).toEqual([]);
  });

  test("modes are not read: the recording does not say which service tier they are", () => {
    expect(linesOf({ new: { input: 1, output: 2, modes: { fast: { input: 5, output: 9 } } } })).toHaveLength(2);
  });
});
