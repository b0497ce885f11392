import { expect, test } from "vitest";
import { aComparedPlatform, aListing } from "../../../tests/builders/a-compared-platform.ts";
import { comparePlatforms, modelsOnPlatforms, sharedModels } from "./compare-platforms.ts";
import type { ComparisonView } from "./comparison-view.ts";

const first = aComparedPlatform(
  "first",
  [aListing("tie", 5, 25, 1_899), aListing("less", 2, 10, 760), aListing("only", 1, 1, 1)],
  {
    facts: [["Top-up fee", "5.5 %"]],
    notes: ["A note."],
  },
);
const second = aComparedPlatform("second", [aListing("less", 1, 10, 600), aListing("tie", 5, 25, 1_800)]);

const rowsOf = (view: ComparisonView, id: string) =>
  (view.sections.find((section) => section.id === id)?.table.groups ?? []).flatMap(({ rows }) =>
    rows.map(({ cells }) => cells.map(({ text }) => text)),
  );

test("two platforms are told by the models both sell, ties as ties, and by their median month", () => {
  const { title, answer, notes } = comparePlatforms([first, second], "a month");
  expect(title).toBe("FIRST vs SECOND");
  expect(answer).toBe(
    "FIRST and SECOND both sell 2 models. On token prices FIRST and SECOND tie on 1, FIRST is cheaper for 0, SECOND for 1. All in, the median month at SECOND is 13\u202f% under that at FIRST.",
  );
  expect(notes).toEqual(["A note."]);
});

test("a fee nobody knows is said with the months", () => {
  const { answer } = comparePlatforms([first, { ...second, hasUnknownFees: true }], "a month");
  expect(answer).toContain("With unknown fees at their most, the median month at SECOND");
});

test("the summary counts prices and months apart", () => {
  expect(rowsOf(comparePlatforms([first, second], "a month"), "summary")).toEqual([
    ["SECOND, token prices", "2", "0", "1", "1", "0", "−25\u202f% / tie"],
    ["SECOND, monthly cost", "2", "0", "0", "2", "0", "−13\u202f%"],
  ]);
});

test("the gaps name how far apart, on what, and who asks least", () => {
  const view = comparePlatforms([first, second], "a month");
  expect(rowsOf(view, "gaps")).toEqual([["less", "2×", "input", "2.00 / 10.00", "1.00 / 10.00"]]);
  const [gap] = view.sections.find(({ id }) => id === "gaps")?.table.groups[0]?.rows ?? [];
  expect(gap?.cells.map(({ notes }) => notes)).toEqual([undefined, undefined, undefined, undefined, ["lowest"]]);
});

test("every shared model stands in the first platform's order, with the difference to the first", () => {
  const view = comparePlatforms([first, second], "a month");
  expect(rowsOf(view, "models")).toEqual([
    ["tie", "5.00 / 25.00", "5.00 / 25.00", "tie"],
    ["less", "2.00 / 10.00", "1.00 / 10.00", "in −50\u202f%"],
  ]);
  const models = view.sections.find(({ id }) => id === "models")?.table.groups[0]?.rows.map(({ cells }) => cells[0]?.notes);
  expect(models).toEqual([["SECOND"], ["SECOND"]]);
});

test("months that assume a cache price are marked, and nobody's is called lowest", () => {
  const assumed = aComparedPlatform("assumed", [aListing("tie", 5, 25, 1_700, { isMonthAssumed: true })]);
  const [row] =
    comparePlatforms([first, assumed], "a month").sections.find(({ id }) => id === "models")?.table.groups[0]?.rows ?? [];
  expect(row?.cells[0]?.notes).toEqual(["months not comparable"]);
  expect(row?.cells[2]?.notes).toEqual(["$1,700*"]);
});

test("facts stand side by side, an absent one as unknown", () => {
  expect(rowsOf(comparePlatforms([first, second], "a month"), "facts")).toEqual([
    ["Top-up fee", "5.5 %", "unknown"],
    ["Sources", "FIRST", "SECOND"],
  ]);
});

test("platforms without a common price are compared by their terms only", () => {
  const closed = aComparedPlatform("closed", []);
  const { answer, sections } = comparePlatforms([first, closed], "a month");
  expect(answer).toBe("No model has a price at FIRST and CLOSED: token prices cannot be compared.");
  expect(sections.map(({ id }) => id)).toEqual(["who", "facts"]);
});

test("a platform that sells no tokens is not said to sell any", () => {
  const ownKeyPlatform = aComparedPlatform("own", [aListing("tie", 5, 25, 1_800)], { sellsTokens: false });
  expect(comparePlatforms([first, ownKeyPlatform], "a month").answer).toContain("FIRST and OWN can be compared on 1 model.");
});

test("three platforms share what all of them sell, the others each against the first", () => {
  const third = aComparedPlatform("third", [aListing("tie", 6, 25)]);
  expect(sharedModels([first, second, third]).map(({ listing }) => listing.name)).toEqual(["tie"]);
  const view = comparePlatforms([first, second, third], "a month");
  expect(view.answer).toMatch(
    /^FIRST, SECOND, and THIRD all sell 1 model\. On token prices FIRST and SECOND .* FIRST and THIRD /,
  );
  expect(view.sections.map(({ id }) => id)).toEqual(["summary", "gaps", "who", "facts", "models"]);
});

test("platforms that tie everywhere have no gaps", () => {
  const same = aComparedPlatform("same", [aListing("tie", 5, 25, 1_899)]);
  expect(comparePlatforms([first, same], "a month").sections.map(({ id }) => id)).toEqual(["summary", "who", "facts", "models"]);
});

test("chosen models on chosen platforms: a price, or not sold there", () => {
  const models = [
    { id: "acme/tie", name: "tie" },
    { id: "acme/only", name: "only" },
  ];
  const { table } = modelsOnPlatforms([first, second], models);
  expect(table.groups[0]?.rows.map(({ cells }) => cells.map(({ text }) => text))).toEqual([
    ["tie", "5.00 / 25.00", "5.00 / 25.00"],
    ["only", "1.00 / 1.00", "not sold"],
  ]);
});

test("a month that one catalogue alone names is lowest nowhere", () => {
  const reported = aComparedPlatform("second", [aListing("tie", 5, 25, 1, { isUnconfirmed: true })]);
  const { sections } = comparePlatforms([first, reported], "a month");
  const heads = sections
    .find(({ id }) => id === "models")
    ?.table.groups.flatMap(({ rows }) => rows.map(({ cells }) => cells[0]?.notes));
  expect(heads).toEqual([["a month is unconfirmed"]]);
});
