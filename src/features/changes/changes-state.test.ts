import fc from "fast-check";
import { expect, test } from "vitest";
import { ALL_CHANGES, type ChangesState, changesUrl, fitsChange, type MoveFacts, readBps, writeBps } from "./changes-state.ts";

const MAKERS = ["anthropic", "openai", "z-ai"];
const PLATFORMS = ["azure", "openrouter"];
const url = changesUrl(MAKERS, PLATFORMS);

const aMove = (facts: Partial<MoveFacts>): MoveFacts => ({
  maker: "openai",
  platform: "openrouter",
  word: "routed",
  bps: [-5500],
  ...facts,
});
const asks = (state: Partial<ChangesState>): ChangesState => ({ ...ALL_CHANGES, ...state });

test("the plain address asks for every change", () => {
  expect(url.read("")).toEqual(ALL_CHANGES);
  expect(url.write(ALL_CHANGES)).toBe("");
});

test("a state stands in the address in words, and is read back", () => {
  const state = asks({ makers: ["anthropic", "openai"], platforms: ["azure"], direction: "rises", minPercent: 10, word: "copy" });
  const search = "?maker=anthropic,openai&platform=azure&direction=rises&min-change=10&word=copy";
  expect(url.write(state)).toBe(search);
  expect(url.read(search)).toEqual(state);
});

test("junk is ignored", () => {
  expect(url.read("?maker=nobody&platform=x&direction=sideways&min-change=-4&word=gossip&days=7")).toEqual(ALL_CHANGES);
});

test("every state survives the address", () => {
  const state = fc.record<ChangesState>({
    makers: fc.subarray(MAKERS),
    platforms: fc.subarray(PLATFORMS),
    direction: fc.constantFrom("", "cuts", "rises"),
    minPercent: fc.option(fc.integer({ min: 1, max: 1_000 })),
    word: fc.constantFrom("", "seller", "routed", "copy"),
  });
  fc.assert(
    fc.property(state, (each) => {
      expect(url.read(url.write(each))).toEqual(each);
    }),
  );
});

test.each<[string, Partial<MoveFacts>, Partial<ChangesState>, boolean]>([
  ["its maker is asked for", {}, { makers: ["z-ai", "openai"] }, true],
  ["another maker is", {}, { makers: ["z-ai"] }, false],
  ["another platform is", {}, { platforms: ["azure"] }, false],
  ["another's word is", {}, { word: "seller" }, false],
  ["it fell and cuts are", {}, { direction: "cuts" }, true],
  ["it fell and rises are", {}, { direction: "rises" }, false],
  ["it is as large as asked", {}, { minPercent: 55 }, true],
  ["it is smaller", {}, { minPercent: 56 }, false],
  ["one meter rose enough", { bps: [-200, 3000] }, { direction: "rises", minPercent: 30 }, true],
  ["only the other side is large enough", { bps: [-200, 3000] }, { direction: "cuts", minPercent: 30 }, false],
  ["it is no longer free", { bps: [null] }, { direction: "rises", minPercent: 1_000 }, true],
])("a card is shown or not: %s", (_, facts, state, isShown) => {
  expect(fitsChange(aMove(facts), asks(state))).toBe(isShown);
});

test("the meters of a card stand in an attribute", () => {
  expect(writeBps([-5500, null, 12])).toBe("-5500 free 12");
  expect(readBps("-5500 free 12")).toEqual([-5500, null, 12]);
});
