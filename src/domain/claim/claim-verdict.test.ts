import { describe, expect, test } from "vitest";
import { Claim } from "./claim.ts";
import { type ClaimInputs, judgeClaim } from "./claim-verdict.ts";

const NOTHING: ClaimInputs = {
  list: () => null,
  price: () => null,
  figure: () => null,
  trait: () => null,
  count: () => null,
  share: () => null,
  median: () => null,
  name: ({ look }) => look,
};

/** The statement that Acme's nano costs $5, true when it was made; say what differs. */
const aClaim = (differs: object = {}): Claim =>
  Claim.parse({
    id: "nano-price",
    said: "Nano costs $5.",
    by: "an article",
    byUrl: null,
    saidOn: null,
    saidValue: { value: "5" },
    unit: "USD",
    places: 2,
    formula: { kind: "price", of: { said: "5", atTheTime: "5", today: { look: "list", model: "acme/nano", meter: "input" } } },
    note: null,
    ...differs,
  });

const nanoAt = (micro: number): ClaimInputs => ({
  ...NOTHING,
  list: ({ model, meter }) => (model === "acme/nano" && meter === "input" ? micro : null),
});

const priceOf = (differs: object) => ({
  kind: "price",
  of: { said: "5", today: { look: "list", model: "acme/nano", meter: "input" }, ...differs },
});

describe("the verdict", () => {
  test.each([
    { title: "true while today's price is what was said", differs: {}, inputs: nanoAt(5_000_000), verdict: "true" },
    { title: "true then once the price has moved", differs: {}, inputs: nanoAt(4_000_000), verdict: "trueThen" },
    { title: "true then where today's price is not known", differs: {}, inputs: NOTHING, verdict: "trueThen" },
    {
      title: "false where it never was so",
      differs: { formula: priceOf({ atTheTime: "7" }) },
      inputs: nanoAt(7_000_000),
      verdict: "false",
    },
    {
      title: "open where today's price is another and nothing is known of its day",
      differs: { formula: priceOf({}) },
      inputs: nanoAt(7_000_000),
      verdict: "cannotBeChecked",
    },
    { title: "open where no price is known", differs: { formula: priceOf({}) }, inputs: NOTHING, verdict: "cannotBeChecked" },
    {
      title: "false where its own numbers give something else, whatever today's do",
      differs: { formula: priceOf({ said: "6" }) },
      inputs: nanoAt(5_000_000),
      verdict: "false",
    },
    {
      title: "false where it was not so on its day, though it is today",
      differs: { formula: priceOf({ atTheTime: "7" }) },
      inputs: nanoAt(5_000_000),
      verdict: "false",
    },
    {
      title: "true where it is so today and nothing is known of its day",
      differs: { formula: priceOf({}) },
      inputs: nanoAt(5_000_000),
      verdict: "true",
    },
    {
      title: "false a cent beside it: no limit of ours makes it true",
      differs: { formula: priceOf({ atTheTime: "5.01" }) },
      inputs: nanoAt(5_010_000),
      verdict: "false",
    },
    {
      title: "true then of a platform that was as was said and is not any more",
      differs: {
        saidOn: "2026-05-09",
        saidValue: { is: "no" },
        unit: "yesNo",
        formula: { kind: "fact", platform: "acme", trait: "freeTier" },
      },
      inputs: { ...NOTHING, trait: (_platform: string, _trait: string, day: string | null) => day === null },
      verdict: "trueThen",
    },
    {
      title: "false of a platform that is known to have been otherwise on its day",
      differs: {
        saidValue: { is: "no" },
        unit: "yesNo",
        formula: { kind: "fact", platform: "acme", trait: "freeTier", atTheTime: "yes" },
      },
      inputs: { ...NOTHING, trait: () => false },
      verdict: "false",
    },
    {
      title: "open of a platform that is otherwise today, if nobody knows its day",
      differs: { saidValue: { is: "no" }, unit: "yesNo", formula: { kind: "fact", platform: "acme", trait: "freeTier" } },
      inputs: { ...NOTHING, trait: () => true },
      verdict: "cannotBeChecked",
    },
    {
      title: "true inside a range",
      differs: { saidValue: { from: "3", to: "15" }, formula: priceOf({ said: null }) },
      inputs: nanoAt(15_000_000),
      verdict: "true",
    },
    {
      title: "true above a lower bound",
      differs: { saidValue: { from: "3", to: null } },
      inputs: nanoAt(900_000_000),
      verdict: "true",
    },
    {
      title: "false below a lower bound",
      differs: { saidValue: { from: "3", to: null }, formula: priceOf({ said: null, atTheTime: "2.99" }) },
      inputs: nanoAt(2_990_000),
      verdict: "false",
    },
    {
      title: "open where it cannot be checked at all",
      differs: { saidValue: null, formula: { kind: "notCheckable", why: "Nobody measured it." } },
      inputs: NOTHING,
      verdict: "cannotBeChecked",
    },
    {
      title: "false where a page says otherwise",
      differs: {
        saidValue: { is: "yes" },
        unit: "yesNo",
        formula: { kind: "evidence", holds: false, sourceUrl: "https://acme.test", date: "2026", says: "It does not." },
      },
      inputs: NOTHING,
      verdict: "false",
    },
    {
      title: "true where a platform is as was said",
      differs: { saidValue: { is: "no" }, unit: "yesNo", formula: { kind: "fact", platform: "acme", trait: "freeTier" } },
      inputs: { ...NOTHING, trait: () => false },
      verdict: "true",
    },
    {
      title: "open where nobody wrote down how a platform is",
      differs: { saidValue: { is: "no" }, unit: "yesNo", formula: { kind: "fact", platform: "acme", trait: "freeTier" } },
      inputs: NOTHING,
      verdict: "cannotBeChecked",
    },
  ])("is $title", ({ differs, inputs, verdict }) => {
    expect(judgeClaim(aClaim(differs), inputs).verdict).toBe(verdict);
  });
});

describe("the reason", () => {
  test.each([
    [{}, nanoAt(5_000_000), "Today’s figures give $5.00."],
    [{}, nanoAt(4_000_000), "The figures of its day gave $5.00. Today’s figures give $4.00."],
    [
      { formula: priceOf({ atTheTime: "7" }) },
      nanoAt(7_000_000),
      "The figures of its day gave $7.00. Today’s figures give $7.00.",
    ],
    [{ formula: priceOf({ said: "6" }) }, nanoAt(5_000_000), "Its own numbers give $6.00, not $5. Today’s figures give $5.00."],
    [{ formula: priceOf({}) }, NOTHING, "Cannot be computed today: we have no confirmed figure of list."],
    [
      { formula: priceOf({ today: null }) },
      NOTHING,
      "Cannot be computed today: one of its figures is found nowhere but in the article.",
    ],
    [{ formula: priceOf({ said: null, today: null }) }, NOTHING, "Cannot be computed today: the article does not say enough."],
    [{ note: "Input only." }, nanoAt(5_000_000), "Today’s figures give $5.00. Input only."],
    [{ saidValue: null, formula: { kind: "notCheckable", why: "Nobody measured it." } }, NOTHING, "Nobody measured it."],
    [
      { saidValue: { is: "yes" }, formula: { kind: "fact", platform: "acme", trait: "open" } },
      { ...NOTHING, trait: () => false },
      "What its pages say today, as far as we read them: no. What held on its day is not known.",
    ],
    [
      { saidValue: { is: "yes" }, formula: { kind: "fact", platform: "acme", trait: "open" } },
      NOTHING,
      "No source we read says.",
    ],
    [
      {
        saidValue: { is: "yes" },
        formula: { kind: "evidence", holds: false, sourceUrl: "https://acme.test", date: "2026-04", says: "It does not." },
      },
      NOTHING,
      "It does not. (https://acme.test, 2026-04)",
    ],
  ])("of %j", (differs, inputs, why) => {
    expect(judgeClaim(aClaim(differs), inputs).why).toBe(why);
  });

  test.each([
    { look: "price", platform: "acme", model: "acme/nano", meter: "output" },
    { look: "multiple", model: "acme/nano", meter: "cacheRead" },
    { look: "figure", platform: "acme", figure: "cardFeePercent" },
    { look: "count", what: "openrouterModels" },
    { look: "share", what: "openrouterAboveList" },
  ])("names what is missing as pages do: %j", (today) => {
    expect(judgeClaim(aClaim({ formula: priceOf({ today }) }), NOTHING).why).toBe(
      `Cannot be computed today: we have no confirmed figure of ${today.look}.`,
    );
  });
});

describe("today's figures", () => {
  test("pass on what the lookup asks for", () => {
    const lookups: unknown[] = [];
    const inputs: ClaimInputs = {
      ...NOTHING,
      list: (...question) => lookups.push(question),
      price: (...question) => lookups.push(question),
      figure: (...question) => String(lookups.push(question)),
    };
    const ask = (today: object) => judgeClaim(aClaim({ formula: priceOf({ today }) }), inputs);
    ask({ look: "list", model: "acme/nano", meter: "input", promptTokens: 200_001, peak: true });
    ask({ look: "list", model: "acme/nano", meter: "input" });
    ask({ look: "price", platform: "openrouter", model: "acme/nano", meter: "output", tier: "batch" });
    ask({ look: "figure", platform: "tokenmart", figure: "bonusPercent", topUpCents: 99_900 });
    expect(lookups).toEqual([
      [{ look: "list", model: "acme/nano", meter: "input", promptTokens: 200_001, peak: true }],
      [{ look: "list", model: "acme/nano", meter: "input" }],
      [{ look: "price", platform: "openrouter", model: "acme/nano", meter: "output", tier: "batch" }],
      ["tokenmart", "bonusPercent", 99_900],
    ]);
  });

  test.each([
    [{ look: "count", what: "openrouterModels" }, "count", 0, "323"],
    [{ look: "share", what: "openrouterEqualToList" }, "percent", 1, "62.8"],
    [{ look: "multiple", model: "acme/nano", meter: "cacheRead" }, "multiple", 4, "0.1000"],
  ])("of %j", (today, unit, places, value) => {
    const inputs: ClaimInputs = {
      ...NOTHING,
      count: () => 323,
      share: () => 6281,
      list: ({ meter }) => (meter === "input" ? 5_000_000 : 500_000),
    };
    expect(judgeClaim(aClaim({ unit, places, formula: priceOf({ today }) }), inputs).today).toEqual({ value, unit });
  });

  test("a multiple of a free input price is no figure", () => {
    const free = { ...NOTHING, list: () => 0 };
    expect(
      judgeClaim(aClaim({ formula: priceOf({ today: { look: "multiple", model: "acme/nano", meter: "cacheRead" } }) }), free)
        .today,
    ).toBeNull();
  });
});

test("another reading of the same words stands beside it, in its own unit", () => {
  const twice = {
    kind: "priceRatio",
    dividend: "10",
    divisor: { said: "5", today: { look: "list", model: "acme/nano", meter: "input" } },
  };
  expect(
    judgeClaim(
      aClaim({ alternatives: [{ label: "ten against it", formula: twice, unit: "times", places: 1 }] }),
      nanoAt(4_000_000),
    ).alternatives,
  ).toEqual([{ label: "ten against it", asSaid: { value: "2.0", unit: "times" }, today: { value: "2.5", unit: "times" } }]);
});

test.each([
  ["a number said of a fact", { formula: { kind: "fact", platform: "acme", trait: "open" } }],
  ["yes said of a price", { saidValue: { is: "yes" } }],
  ["nothing said of a price", { saidValue: null }],
  ["a number said of what cannot be checked", { formula: { kind: "notCheckable", why: "Nobody measured it." } }],
])("%s is refused", (_, differs) => {
  expect(() => aClaim(differs)).toThrow("yes or no for a fact");
});
