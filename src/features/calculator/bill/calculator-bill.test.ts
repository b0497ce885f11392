import { expect, test } from "vitest";
import { aSchedule, aSeller, CARD_5_5 } from "../../../../tests/builders/a-schedule.ts";
import { A_CENT, aWorkload } from "../../../../tests/builders/a-workload.ts";
import { anOffer } from "../../../../tests/builders/an-offer.ts";
import { plainText } from "../../../site/words/answer.ts";
import { tableRecords } from "../../../table/table-files.ts";
import type { CalculatorData } from "../calculator-month.ts";
import { readCalculator } from "../calculator-url.ts";
import { calculatorView } from "../calculator-view.ts";

const sold = (model: string, platform: string, input: string, regionGroup: "eu" | null = null) =>
  anOffer({ model, platform, prices: { input, output: "1" }, region: regionGroup, regionGroup });
const DATA: CalculatorData = {
  offers: Map.groupBy(
    [
      sold("acme/nano", "openrouter", "10"),
      sold("acme/nano", "acme", "10"),
      sold("acme/nano", "azure", "11", "eu"),
      sold("bolt/mini", "openrouter", "20"),
      sold("bolt/mini", "bolt", "20"),
    ],
    ({ model }) => model,
  ),
  modelNames: new Map([
    ["acme/nano", "Nano"],
    ["bolt/mini", "Mini"],
  ]),
  sellers: new Map([
    ["openrouter", aSeller({ name: "OPENROUTER", kind: "router", fees: aSchedule({ topUp: [CARD_5_5] }) })],
    ["acme", aSeller({ name: "ACME", kind: "direct", listMakers: ["acme"] })],
    ["bolt", aSeller({ name: "BOLT", kind: "direct", listMakers: ["bolt"] })],
    ["azure", aSeller({ name: "AZURE", kind: "cloud" })],
  ]),
};
const DEFAULTS = {
  presets: [{ id: "chat", name: "Chat", meaning: "Chat", worseAnswer: A_CENT, ...aWorkload() }],
  model: "acme/nano",
};
const view = (query: string) => calculatorView(readCalculator(new URLSearchParams(query), DEFAULTS).state, DATA);
const records = (query: string) => tableRecords(view(query).bill);
const rowOf = (query: string, name: string) => {
  const [head = [], ...rows] = records(query);
  const row = rows.find(([first]) => first === name) ?? [];
  return Object.fromEntries(head.map((label, at) => [label, row[at]]));
};

const BILL = "model=acme/nano&paid=105.5&model2=bolt/mini&paid2=211";

test("a bill of $316.50 at OpenRouter is $300 direct from each maker, in numbers", () => {
  expect(plainText(view(BILL).answer)).toContain("$316.50 at OPENROUTER pays for 20,000 requests a month, fees included.");
  expect(rowOf(BILL, "OPENROUTER")).toMatchObject({ "Monthly cost": 316.5, "vs list price, %": 5.5, "vs your bill, %": 0 });
  expect(rowOf(BILL, "Direct from each maker")).toMatchObject({
    "Monthly cost": 300,
    "vs list price, %": 0,
    "vs your bill, %": -5.21,
    Nano: 100,
    Mini: 200,
    "Credit purchase fee": "",
    Notes: expect.stringContaining("ACME, BOLT"),
  });
});

test("a fee that nobody names is unknown where its column stands, and one that is not taken is empty", () => {
  const fees = aSchedule({ topUp: null, tokenMarkupBps: 0 });
  const sellers = new Map(DATA.sellers).set("azure", aSeller({ name: "AZURE", kind: "cloud", fees }));
  const { state } = readCalculator(new URLSearchParams("model=acme/nano"), DEFAULTS);
  const [head = [], ...rows] = tableRecords(calculatorView(state, { ...DATA, sellers }).bill);
  const feeOf = (name: string) => rows.find(([first]) => first === name)?.at(head.indexOf("Credit purchase fee"));
  expect([feeOf("AZURE"), feeOf("ACME"), feeOf("OPENROUTER")]).toEqual(["unknown", 0, 0.55]);
});

test("nothing is held against a bill that is a part of the month", () => {
  const [head] = records("model=acme/nano&paid=105.5&model2=bolt/mini");
  expect(head).toContain("vs list price, %");
  expect(head).not.toContain("vs your bill, %");
});

test("a plan of a row of several platforms leaves less of a budget for requests", () => {
  const sellers = new Map(DATA.sellers).set(
    "bolt",
    aSeller({ name: "BOLT", kind: "direct", listMakers: ["bolt"], fees: aSchedule({ subscriptionCentsPerMonth: 1_000 }) }),
  );
  const { state } = readCalculator(new URLSearchParams("model=acme/nano&model2=bolt/mini&budget=100"), DEFAULTS);
  const [, ...rows] = tableRecords(calculatorView(state, { ...DATA, sellers }).bill);
  const direct = rows.find(([name]) => name === "Direct from each maker");
  // $90 of requests at 1.5 cents; two lines of a thousand each.
  expect(direct?.at(1)).toBe(40);
  expect(direct).toContain(6_000);
});

test("a bill at a platform that does not sell a model has no figures, and says which", () => {
  const { hasFigures, answer } = view(`${BILL}&paid-at=acme`);
  expect([hasFigures, plainText(answer)]).toEqual([false, "ACME has no price for Mini: choose where you pay it."]);
});

test("a month of a region says so first, and has the sellers that name it", () => {
  expect(plainText(view("region=eu").answer)).toMatch(
    /^Nano in the EU costs \$11\.00 a month at AZURE, the only platform .*10\s% over .* Sellers that name no region are left out\./,
  );
  expect(records("region=eu").map(([name]) => name)).toEqual(["Platform", "AZURE"]);
  expect(plainText(view("region=us").answer)).toBe("No platform we read sells Nano in the US.");
});
