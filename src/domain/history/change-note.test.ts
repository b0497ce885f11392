import { describe, expect, test } from "vitest";
import { aHistory, lineTexts } from "../../../tests/builders/a-history.ts";
import { anOffer, type OfferOverrides } from "../../../tests/builders/an-offer.ts";
import { changesSince } from "./history.ts";
import { replay } from "./ledger.ts";

const FIRST = { id: "groq-pricing", url: "https://example.com/a", readAt: "2026-08-22T12:00:00Z", hand: "first" } as const;
const SECOND = { id: "litellm", url: "https://example.com/b", readAt: "2026-08-22T12:00:00Z", hand: "second" } as const;

const priced = (input: string, output: string, over: OfferOverrides = {}) => anOffer({ prices: { input, output }, ...over });
/** The lines of the last day. */
const lastDay = (days: Parameters<typeof aHistory>[0]) => {
  const last = Object.keys(days).at(-1) ?? "";
  return lineTexts(aHistory(days).filter(({ day }) => day === last)).map((text) => text.slice("2026-08-22 ".length));
};

describe("transient: a price that is back within three days", () => {
  test("z-ai/glm-5.2 dips to 0.252 and 0.07 and is back on the third day", () => {
    const days = {
      "2026-08-07": [priced("0.76", "2.42")],
      "2026-08-08": [priced("0.252", "0.792")],
      "2026-08-09": [priced("0.07", "0.22")],
      "2026-08-10": [priced("0.76", "2.42")],
    };
    expect(lastDay(days)).toEqual(["input 0.07 → 0.76 (transient)", "output 0.22 → 2.42 (transient)"]);
    expect(aHistory(days).filter(({ day, note }) => day < "2026-08-10" && note !== null)).toEqual([]);
  });

  test("back after exactly three days is back", () => {
    const days = { "2026-08-01": [priced("1", "2")], "2026-08-02": [priced("0.5", "2")], "2026-08-05": [priced("1", "2")] };
    expect(lastDay(days)).toEqual(["input 0.5 → 1 (transient)"]);
  });

  test("after three days it is a price of its own, and on the fourth a move back", () => {
    const days = { "2026-08-01": [priced("1", "2")], "2026-08-02": [priced("0.5", "2")], "2026-08-06": [priced("1", "2")] };
    expect(lastDay(days)).toEqual(["input 0.5 → 1"]);
  });

  test("an offer that is unlisted for a day is one event, not a new offer", () => {
    const days = { "2026-08-01": [priced("1", "2")], "2026-08-02": [], "2026-08-03": [priced("1", "2")] };
    expect(lastDay(days)).toEqual(["input – → 1 (transient)", "output – → 2 (transient)"]);
  });

  test("an offer that lives for two days only did not come back from anywhere", () => {
    const days = { "2026-08-01": [], "2026-08-02": [priced("1", "2")], "2026-08-03": [] };
    expect(lastDay(days)).toEqual(["input 1 → – (vanished)", "output 2 → – (vanished)"]);
  });

  test("a second dip is an event of its own", () => {
    const prices = ["1", "0.5", "1", "0.5", "1"];
    const days = Object.fromEntries(prices.map((input, index) => [`2026-08-0${index + 1}`, [priced(input, "2")]]));
    expect(lineTexts(aHistory(days)).filter((text) => text.includes("input"))).toEqual([
      "2026-08-01 input – → 1",
      "2026-08-02 input 1 → 0.5",
      "2026-08-03 input 0.5 → 1 (transient)",
      "2026-08-04 input 1 → 0.5",
      "2026-08-05 input 0.5 → 1 (transient)",
    ]);
  });
});

describe("noPrice and returned: zero is unknown, not free", () => {
  const zero = anOffer({ prices: {} });
  const days = { "2026-02-12": [priced("0.2", "1")], "2026-02-13": [zero], "2026-03-12": [priced("0.13", "1.56")] };

  test("qwen3-vl-30b-a3b-thinking at zero for 27 days has no price, then another one", () => {
    expect(lineTexts(aHistory(days)).slice(2)).toEqual([
      "2026-02-13 input 0.2 → – (noPrice)",
      "2026-02-13 output 1 → – (noPrice)",
      "2026-03-12 input – → 0.13 (returned)",
      "2026-03-12 output – → 1.56 (returned)",
    ]);
  });

  test("a meter alone may go without a note", () => {
    const before = anOffer({ prices: { input: "1", output: "2", cacheRead: "0.1" } });
    expect(lastDay({ "2026-08-01": [before], "2026-08-02": [anOffer()] })).toEqual(["cacheRead 0.1 → –"]);
  });

  test("an id that vanishes and returns after weeks is not new", () => {
    const gone = { "2026-06-01": [priced("1", "2")], "2026-06-02": [], "2026-08-01": [priced("1", "2")] };
    expect(lastDay(gone)).toEqual(["input – → 1 (returned)", "output – → 2 (returned)"]);
  });
});

describe("clock: windows that come and go", () => {
  const windows = [{ utc: ["01:00", "04:00"], prices: { input: "0.44", output: "1.32" } }] as const;
  const clocked = (input: string, output: string) => priced(input, output, { conditions: windows });

  test("deepseek-v4-flash-vision-exp loses its windows: their lines are no price cut", () => {
    const days = { "2026-08-21": [clocked("0.22", "0.66")], "2026-08-22": [priced("0.22", "0.66")] };
    expect(lastDay(days)).toEqual(["input utc 01:00-04:00 0.44 → – (clock)", "output utc 01:00-04:00 1.32 → – (clock)"]);
  });

  test("a base card that takes over the vanished window's price was read at another hour", () => {
    const days = { "2026-08-21": [clocked("0.22", "0.66")], "2026-08-22": [priced("0.44", "1.32")] };
    expect(lastDay(days)).toEqual([
      "input 0.22 → 0.44 (clock)",
      "output 0.66 → 1.32 (clock)",
      "input utc 01:00-04:00 0.44 → – (clock)",
      "output utc 01:00-04:00 1.32 → – (clock)",
    ]);
  });

  test("a base card that moves elsewhere has moved, and so has a window's own price", () => {
    expect(lastDay({ "2026-08-16": [priced("1.168", "2.336")], "2026-08-17": [clocked("0.66", "1.98")] })).toContain(
      "input 1.168 → 0.66",
    );
    const dearer = priced("0.22", "0.66", { conditions: [{ ...windows[0], prices: { input: "0.5", output: "1.32" } }] });
    expect(lastDay({ "2026-08-21": [clocked("0.22", "0.66")], "2026-08-22": [dearer] })).toEqual([
      "input utc 01:00-04:00 0.44 → 0.5",
    ]);
  });
});

describe("unitChange", () => {
  test("gemini-2.5-flash: image per image, then per token", () => {
    const before = priced("0.3", "2.5", { unitPrices: { image: { amount: "0.001238", per: "image" } } });
    const after = anOffer({ prices: { input: "0.3", output: "2.5", image: "0.3" } });
    expect(lastDay({ "2026-01-22": [before], "2026-01-23": [after] })).toEqual(["image – → 0.3 (unitChange)"]);
  });

  test("claude-sonnet-4: image per image, then not said at all, is no line", () => {
    const before = priced("3", "15", {
      unitPrices: { image: { amount: "0.0048", per: "image" }, request: { amount: "0", per: "request" } },
    });
    expect(lastDay({ "2025-12-12": [before], "2026-03-28": [priced("3", "15")] })).toEqual([]);
  });

  test("a copy per thousand tokens becomes one per million", () => {
    const days = {
      "2026-08-01": [priced("0.002", "0.01", { source: SECOND })],
      "2026-08-02": [priced("2", "10", { source: SECOND })],
    };
    expect(lastDay(days)).toEqual(["input 0.002 → 2 (unitChange)", "output 0.01 → 10 (unitChange)"]);
  });
});

describe("correction: the copy was wrong", () => {
  test.each([
    ["the decimal point of the whole card slips", ["1.4", "5.6"], ["0.14", "0.56"], "input 1.4 → 0.14 (correction)"],
    ["a price falls to a tenth beside another that does not", ["1", "5"], ["0.1", "2"], "input 1 → 0.1"],
  ])("%s", (_, [input = "", output = ""], [newInput = "", newOutput = ""], line) => {
    const days = {
      "2026-08-01": [priced(input, output, { source: SECOND })],
      "2026-08-02": [priced(newInput, newOutput, { source: SECOND })],
    };
    expect(lastDay(days)).toContain(line);
  });

  test("a figure rounded to the cent gets its decimals beside an unmoved card", () => {
    const card = (cacheRead: string) => anOffer({ prices: { input: "1.25", output: "10", cacheRead }, source: SECOND });
    expect(lastDay({ "2026-01-19": [card("0.13")], "2026-01-20": [card("0.125")] })).toEqual([
      "cacheRead 0.13 → 0.125 (correction)",
    ]);
    expect(lastDay({ "2026-01-19": [card("0.13")], "2026-01-20": [card("0.1")] })).toEqual(["cacheRead 0.13 → 0.1"]);
  });

  test("eu.anthropic.claude-opus-4-8: the source says that it mends its own row", () => {
    const before = [priced("5", "25", { source: SECOND })];
    const between = { day: "2026-05-31", repointed: new Set<string>(), mended: new Set(["acme/nano@hostly"]) };
    const past = aHistory({ "2026-05-01": before });
    const lines = changesSince(replay(past), before, [priced("5.5", "27.5", { source: SECOND })], between);
    expect(lineTexts(lines)).toEqual(["2026-05-31 input 5 → 5.5 (correction)", "2026-05-31 output 25 → 27.5 (correction)"]);
  });

  test("a seller's own page is never corrected", () => {
    const days = { "2026-08-01": [priced("1", "10", { source: FIRST })], "2026-08-02": [priced("0.1", "1", { source: FIRST })] };
    expect(lastDay(days)).toEqual(["input 1 → 0.1", "output 10 → 1"]);
  });
});

describe("otherSource", () => {
  test("a figure that differs because another source speaks is no price change", () => {
    const days = {
      "2026-08-01": [priced("5", "25", { source: SECOND })],
      "2026-08-02": [priced("5.5", "25", { source: FIRST })],
    };
    expect(lastDay(days)).toEqual(["input 5 → 5.5 (otherSource)"]);
  });

  test("unless that source itself saw the price move at this reading", () => {
    const moved = priced("4", "25", { source: SECOND, changedAt: SECOND.readAt });
    expect(lastDay({ "2026-08-01": [priced("5", "25", { source: FIRST })], "2026-08-02": [moved] })).toEqual(["input 5 → 4"]);
  });

  test("a source that took over without a line speaks already", () => {
    const offers = ["5", "5", "4"].map((input, index) => priced(input, "25", { source: index === 0 ? SECOND : FIRST }));
    const days = Object.fromEntries(offers.map((offer, index) => [`2026-08-0${index + 1}`, [offer]]));
    expect(lastDay(days)).toEqual(["input 5 → 4"]);
  });
});

test("renumbered: a cheaper twin takes the place and hands the old price on to #2", () => {
  const days = {
    "2026-08-01": [priced("0.574", "2.294")],
    "2026-08-02": [priced("0.5", "2.18"), priced("0.574", "2.294", { variant: "#2" })],
  };
  expect(lastDay(days)).toEqual([
    "input 0.574 → 0.5 (renumbered)",
    "output 2.294 → 2.18 (renumbered)",
    "input – → 0.574 (renumbered)",
    "output – → 2.294 (renumbered)",
  ]);
});

test("repointed: every figure of the id says so, at whatever price, and a dip does not reach across it", () => {
  const before = [priced("0.14", "0.28", { platform: "openrouter" })];
  const between = { day: "2024-12-27", repointed: new Set(["acme/nano@openrouter"]), mended: new Set<string>() };
  const past = aHistory({ "2024-12-25": [priced("0.1", "0.28", { platform: "openrouter" })], "2024-12-26": before });
  const lines = changesSince(replay(past), before, [priced("0.1", "0.28", { platform: "openrouter" })], between);
  expect(lineTexts(lines)).toEqual(["2024-12-27 input 0.14 → 0.1 (repointed)", "2024-12-27 output 0.28 → 0.28 (repointed)"]);
  expect(
    replay([...past, ...lines])
      .get("acme/nano@openrouter")
      ?.get("input")?.revertibleMoves,
  ).toEqual([]);
});
