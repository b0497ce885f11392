import { describe, expect, test } from "vitest";
import { aChoice, aComparedPlatform, aListing } from "../../../../tests/builders/platform/a-compared-platform.ts";
import type { ComparisonView } from "../comparison-view.ts";
import { commonModels } from "./common-models.ts";
import { comparePlatforms } from "./compare-platforms.ts";
import { modelsOnPlatforms } from "./models-on-platforms.ts";

const first = aComparedPlatform(
  "first",
  [
    aListing("tie", 5, 25, { monthUsd: 1_899 }),
    aListing("less", 2, 10, { monthUsd: 760 }),
    aListing("only", 1, 1, { monthUsd: 1 }),
  ],
  {
    facts: [["Credit purchase fee", "5.5 %"]],
    notes: ["A note."],
  },
);
const second = aComparedPlatform("second", [
  aListing("less", 1, 10, { monthUsd: 600 }),
  aListing("tie", 5, 25, { monthUsd: 1_800 }),
]);

const rowsOf = (view: ComparisonView, id: string) =>
  (view.sections.find((section) => section.id === id)?.table.groups ?? []).flatMap(({ rows }) =>
    rows.map(({ cells }) => cells.map(({ text }) => text)),
  );

test("two platforms are told by the models both sell, what is the same as such, and by their median month", () => {
  const { title, answer, notes } = comparePlatforms([first, second], aChoice());
  expect(title).toBe("FIRST vs SECOND");
  expect(answer).toBe(
    "FIRST and SECOND both sell 2 models. Token prices: SECOND is cheaper for 1, 1 is the same. Fees included, the median month of chat at SECOND is 13\u202f% under that at FIRST.",
  );
  expect(notes).toEqual(["A note."]);
});

test("what neither side has is not told", () => {
  expect(comparePlatforms([first, { ...first, name: "TWIN" }], aChoice()).answer).toContain("Token prices: 3 are the same.");
  expect(comparePlatforms([second, first], aChoice()).answer).toContain("Token prices: SECOND is cheaper for 1, 1 is the same.");
});

test("a fee nobody knows is said with the months", () => {
  const { answer } = comparePlatforms([first, { ...second, hasUnknownFees: true }], aChoice());
  expect(answer).toContain("With unknown fees at their most, the median month of chat at SECOND");
});

const unpriced = (id: string) => aListing(id, 3, 3);

test("a median of some of the months says of how many, and of fewer than half there is none", () => {
  const [half, few] = [
    ["a", "b"],
    ["a", "b", "c"],
  ].map((ids) => {
    const listings = ids.map(unpriced);
    return [first, second].map((platform) => ({ ...platform, listings: [...platform.listings, ...listings] }));
  });
  const [, halfOfAll] = rowsOf(comparePlatforms(half ?? [], aChoice()), "summary");
  expect(comparePlatforms(half ?? [], aChoice()).answer).toContain(
    "Fees included, the median month of chat at SECOND, over the 2 that can be compared, is 13\u202f% under that at FIRST.",
  );
  expect(halfOfAll?.[1]).toBe("−13\u202f%");
  expect(comparePlatforms(few ?? [], aChoice()).answer).toContain(
    "Their months of chat can be compared for 2 of 5 models: too few for a median.",
  );
  const summary = comparePlatforms(few ?? [], aChoice()).sections.find(({ id }) => id === "summary");
  expect(summary?.table.groups[0]?.rows[1]?.cells[1]).toMatchObject({ text: "–", notes: ["2 of 5 comparable"] });
});

test("the summary has a line a platform: how often it is cheaper, the same and more expensive than the first, and by how much", () => {
  expect(rowsOf(comparePlatforms([first, second], aChoice()), "summary")).toEqual([
    ["FIRST", "–", "–", "–", "–", "–", "–", "–", "5.5 %", "3"],
    ["SECOND", "−13\u202f%", "1", "1", "0", "0", "−25\u202f%", "=", "unknown", "2"],
  ]);
});

test("the gaps name how far apart, on what, and who asks least", () => {
  const view = comparePlatforms([first, second], aChoice());
  expect(rowsOf(view, "gaps")).toEqual([["less", "2×", "input", "2.00 / 10.00", "1.00 / 10.00"]]);
  const [gap] = view.sections.find(({ id }) => id === "gaps")?.table.groups[0]?.rows ?? [];
  expect(gap?.cells.map(({ notes }) => notes)).toEqual([undefined, undefined, undefined, undefined, ["lowest"]]);
});

test("every shared model stands in the first platform's order, with the difference to the first", () => {
  const view = comparePlatforms([first, second], aChoice());
  expect(rowsOf(view, "models")).toEqual([
    ["tie", "5.00 / 25.00", "5.00 / 25.00", "same"],
    ["less", "2.00 / 10.00", "1.00 / 10.00", "in −50\u202f%"],
  ]);
  const models = view.sections.find(({ id }) => id === "models")?.table.groups[0]?.rows.map(({ cells }) => cells[0]?.notes);
  expect(models).toEqual([["lowest month: SECOND"], ["lowest month: SECOND"]]);
});

test("months that assume a cache price are marked, and nobody's is called lowest", () => {
  const assumed = aComparedPlatform("assumed", [aListing("tie", 5, 25, { monthUsd: 1_700, isMonthAssumed: true })]);
  const [row] =
    comparePlatforms([first, assumed], aChoice()).sections.find(({ id }) => id === "models")?.table.groups[0]?.rows ?? [];
  expect(row?.cells[0]?.notes).toEqual(["months not comparable"]);
  expect(row?.cells[2]?.notes).toEqual(["$1,700*"]);
});

test("facts stand side by side, an absent one as unknown", () => {
  expect(rowsOf(comparePlatforms([first, second], aChoice()), "facts")).toEqual([
    ["Credit purchase fee", "5.5 %", "unknown"],
    ["Sources", "FIRST", "SECOND"],
  ]);
});

test("platforms without a common price are compared by their terms only", () => {
  const closed = aComparedPlatform("closed", []);
  const { answer, sections } = comparePlatforms([first, closed], aChoice());
  expect(answer).toBe("No model has a price at FIRST and CLOSED: token prices cannot be compared.");
  expect(sections.map(({ id }) => id)).toEqual(["facts", "who"]);
});

test("a platform that sells no tokens is not said to sell any", () => {
  const ownKeyPlatform = aComparedPlatform("own", [aListing("tie", 5, 25, { monthUsd: 1_800 })], { sellsTokens: false });
  expect(comparePlatforms([first, ownKeyPlatform], aChoice()).answer).toContain("FIRST and OWN can be compared on 1 model.");
});

test("three platforms share what all of them sell, the others each against the first", () => {
  const third = aComparedPlatform("third", [aListing("tie", 6, 25, { monthUsd: 2_000 })]);
  expect(commonModels([first, second, third]).map(({ listing }) => listing.name)).toEqual(["tie"]);
  const view = comparePlatforms([first, second, third], aChoice());
  expect(view.answer).toBe(
    "FIRST, SECOND and THIRD all sell 1 model. Against FIRST, fees included, the median month of chat is 5.2\u202f% lower at SECOND; 5.3\u202f% higher at THIRD.",
  );
  expect(view.sections.map(({ id }) => id)).toEqual(["summary", "gaps", "models", "facts", "who"]);
});

test("in a region, a platform that names no price there is left out of the counts, and that is said", () => {
  const direct = aComparedPlatform("direct", [], { elsewhere: [aListing("tie", 5, 25)] });
  const { answer, notes, title } = comparePlatforms([direct, first, second], aChoice({ region: "eu" }));
  expect(title).toBe("DIRECT vs FIRST vs SECOND");
  expect(answer).toContain("FIRST and SECOND both sell 2 models in the EU.");
  expect(notes[0]).toBe("DIRECT names no price in the EU: it is left out of the counts.");
});

test("platforms that tie everywhere have no gaps", () => {
  const same = aComparedPlatform("same", [aListing("tie", 5, 25, { monthUsd: 1_899 })]);
  expect(comparePlatforms([first, same], aChoice()).sections.map(({ id }) => id)).toEqual(["summary", "models", "facts", "who"]);
});

describe("chosen models on chosen platforms", () => {
  const cells = (...args: Parameters<typeof modelsOnPlatforms>) =>
    modelsOnPlatforms(...args).table.groups.map(({ title, rows }) => [
      title,
      ...rows.map((row) => row.cells.map(({ text }) => text)),
    ]);

  test("stand a line a platform: prices, month, how far from the lowest, or not sold there", () => {
    const models = [
      { id: "acme/tie", name: "tie" },
      { id: "acme/only", name: "only" },
    ];
    expect(cells([first, second], models, aChoice())).toEqual([
      [
        "tie",
        ["FIRST", "$5.00", "$25.00", "unknown", "$1,899", "+5.5\u202f%", "22 Aug"],
        ["SECOND", "$5.00", "$25.00", "unknown", "$1,800", "lowest", "22 Aug"],
      ],
      ["only", ["FIRST", "$1.00", "$1.00", "unknown", "$1.00", "lowest", "22 Aug"], ["SECOND", "", "", "", "not sold", "–", ""]],
    ]);
  });

  test("in a region, who names no price there says so, with its price anywhere", () => {
    const eu = aComparedPlatform("cloud", [aListing("tie", 5.5, 27.5, { monthUsd: 2_000, region: "eu" })]);
    const facts = [["Data residency", "Regional endpoints at 1.1 times the global price."] as const];
    const direct = aComparedPlatform("direct", [], { facts, elsewhere: [aListing("tie", 5, 25, { monthUsd: 1_800 })] });
    const { text, table } = modelsOnPlatforms([direct, eu], [{ id: "acme/tie", name: "tie" }], aChoice({ region: "eu" }));
    expect(text).toBe("For chat in the EU, tie costs $2,000 a month at CLOUD; DIRECT names no price in the EU.");
    expect(table.groups[0]?.rows.map((row) => [row.cells[0]?.notes, row.cells[4]?.text, row.cells[4]?.notes])).toEqual([
      [["Regional endpoints at 1.1 times the global price."], "no EU price", ["$1,800 with no region named"]],
      [["eu"], "$2,000", undefined],
    ]);
  });

  const free = (id: string) => aComparedPlatform(id, []);
  const long = aComparedPlatform("long", [aListing("tie", 5, 25, { fits: false })]);
  const priced = aComparedPlatform("priced", [aListing("tie", 5, 25, { monthUsd: 1_800 })]);
  test.each([
    [[free("a")], "tie is not sold at A."],
    [[free("a"), free("b")], "tie is not sold at A and B."],
    [[free("a"), long], "tie has no price: A does not sell it; LONG takes no request as long."],
    [[priced, free("a"), free("b")], "tie costs $1,800 a month at PRICED; A and B do not sell it."],
  ])("the sentence says what the table says of who has no month: %#", (chosen, says) => {
    expect(modelsOnPlatforms(chosen, [{ id: "acme/tie", name: "tie" }], aChoice()).text).toBe(`For chat, ${says}`);
  });

  test("an unconfirmed month is the lowest of none", () => {
    const reported = aComparedPlatform("second", [aListing("tie", 5, 25, { monthUsd: 1, isUnconfirmed: true, isLeftOut: true })]);
    const [group] = modelsOnPlatforms([first, reported], [{ id: "acme/tie", name: "tie" }], aChoice()).table.groups;
    expect(group?.rows.map((row) => row.cells[5]?.text)).toEqual(["lowest", "–"]);
  });
});

test("a month that one catalogue alone names is lowest nowhere", () => {
  const reported = aComparedPlatform("second", [aListing("tie", 5, 25, { monthUsd: 1, isUnconfirmed: true, isLeftOut: true })]);
  const { sections } = comparePlatforms([first, reported], aChoice());
  const heads = sections
    .find(({ id }) => id === "models")
    ?.table.groups.flatMap(({ rows }) => rows.map(({ cells }) => cells[0]?.notes));
  expect(heads).toEqual([["one month is unconfirmed"]]);
});
