import { expect, test } from "vitest";
import { aComparedModel, aComparedPlatform, aListing } from "../../../tests/builders/a-compared-platform.ts";
import { chosenView } from "./compare-chosen.ts";
import { compareModels } from "./compare-models.ts";

const presets = [{ name: "Chat", meaning: "a chat month" }];
const cheap = aComparedModel("acme/cheap");
const dear = aComparedModel("acme/dear", {
  price: { input: 5_000_000, output: 2_000_000, isList: true },
  months: [{ usd: 120, lowUsd: 120, seller: "Somebody" }],
  confirmedMonths: [{ usd: 250, lowUsd: 250, seller: "Acme" }],
});
const table = (models: readonly (typeof cheap)[], id: string) =>
  (compareModels(models, presets).sections.find((section) => section.id === id)?.table.groups ?? []).map(({ rows }) =>
    rows.map(({ cells }) => cells.map(({ text, notes = [] }) => [text, ...notes].join(" "))),
  );

test("the answer goes by confirmed months, with times and dollars", () => {
  expect(compareModels([dear, cheap], presets).answer).toBe(
    "cheap (Acme) is cheapest for chat at $100.00 a month; dear costs 2.5×, +$150.00.",
  );
});

test("ties are called ties", () => {
  const twin = aComparedModel("acme/twin");
  expect(compareModels([cheap, twin], presets).answer).toBe(
    "cheap (Acme) and twin (Acme) tie as cheapest for chat at $100.00 a month.",
  );
  expect(table([cheap, twin], "prices")).toEqual([
    [
      ["Input", "$1.00 tie", "$1.00 tie"],
      ["Output", "$2.00 tie", "$2.00 tie"],
    ],
  ]);
});

test("each amount is told against the lowest of its row", () => {
  expect(table([cheap, dear], "prices")).toEqual([
    [
      ["Input", "$1.00 lowest", "$5.00 5× +$4.00"],
      ["Output", "$2.00 tie", "$2.00 tie"],
    ],
  ]);
});

test("months are of confirmed prices", () => {
  expect(table([cheap, dear], "months")).toEqual([[["Chat", "$100.00 lowest Acme", "$250.00 2.5× +$150.00 Acme"]]]);
});

test("with unconfirmed sellers the months and the answer are theirs", () => {
  const { answer, sections } = compareModels([cheap, dear], presets, true);
  expect(answer).toBe("cheap (Acme) is cheapest for chat at $100.00 a month; dear costs 1.2×, +$20.00.");
  const months = sections.find(({ id }) => id === "months");
  expect(months?.text).toContain("unconfirmed sellers included");
  expect(months?.table.groups.flatMap(({ rows }) => rows.map(({ cells }) => cells.map(({ text }) => text)))).toEqual([
    ["Chat", "$100.00", "$120.00"],
  ]);
});

test("what is not known is unknown, and nothing is a multiple of free", () => {
  const unknown = aComparedModel("acme/unknown", { price: null, months: [null], confirmedMonths: [null] });
  const free = aComparedModel("acme/free", { price: { input: 0, output: 0, isList: true } });
  expect(table([free, cheap, unknown], "prices")[0]?.[0]).toEqual(["Input", "free lowest", "$1.00 +$1.00", "unknown"]);
  expect(compareModels([cheap, unknown], presets).answer).toContain("no month of unknown is confirmed");
  expect(compareModels([unknown, unknown], presets).answer).toBe("No month is confirmed of any of these models.");
});

test("a price of hosts is not called a list price", () => {
  const hosted = aComparedModel("open/hosted", { price: { input: 1, output: 1, isList: false } });
  expect(compareModels([cheap, hosted], presets).notes).toEqual([
    "Acme sells hosted at no list price that was confirmed: its prices are those of the median host.",
  ]);
});

test("abilities are told in words", () => {
  const rows = new Map(table([cheap, dear], "abilities")[0]?.map(([label = "", ...cells]) => [label, cells]));
  expect(rows.get("Context")).toEqual(["200K", "200K"]);
  expect(rows.get("Tools")).toEqual(["yes", "yes"]);
  expect(rows.get("Weights")).toEqual(["unknown", "unknown"]);
});

const platforms = [aComparedPlatform("a", [aListing("cheap", 1, 2)]), aComparedPlatform("b", [aListing("cheap", 1, 2)])];
const models = { presets, models: [cheap, dear] };

test.each([
  [{ platforms: ["a", "b"], models: [], unconfirmed: false }, ["A vs B"], []],
  [{ platforms: ["a", "b"], models: ["acme/cheap", "acme/dear"], unconfirmed: false }, ["A vs B", "cheap vs dear"], []],
  [{ platforms: ["a", "b"], models: ["acme/cheap"], unconfirmed: false }, ["A vs B"], []],
  [{ platforms: ["a", "b", "nowhere"], models: ["acme/none"], unconfirmed: false }, ["A vs B"], ["nowhere", "acme/none"]],
])("a choice of %j makes %j", (state, titles, unknown) => {
  const view = chosenView(state, { platforms, models }, "a month");
  expect(view.views.map(({ title }) => title)).toEqual(titles);
  expect(view.unknown).toEqual(unknown);
});

test("one of a kind is compared with nothing, and models stand on the chosen platforms first", () => {
  const [alone] = platforms;
  if (alone === undefined) throw new Error("no platform");
  expect(chosenView({ platforms: ["a"], models: [], unconfirmed: false }, { platforms: [alone], models }, "").views).toEqual([]);
  const { views } = chosenView({ platforms: ["a", "b"], models: ["acme/cheap"], unconfirmed: false }, { platforms, models }, "");
  expect(views[0]?.sections[0]?.id).toBe("models-on-platforms");
});
