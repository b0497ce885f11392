import fc from "fast-check";
import { expect, test } from "vitest";
import type { Params } from "./url-state.ts";
import {
  flagParam,
  idsParam,
  oneOfParam,
  readState,
  someOfParam,
  textParam,
  wholeNumberParam,
  writeState,
  yearMonthParam,
} from "./url-state.ts";

interface State {
  readonly sort: "use" | "input" | "output";
  readonly makers: readonly string[];
  readonly modalities: readonly ("image" | "audio")[];
  readonly minContextTokens: number | null;
  readonly openWeights: boolean;
  readonly query: string;
  readonly since: string | null;
}

const DEFAULTS: State = {
  sort: "use",
  makers: [],
  modalities: [],
  minContextTokens: null,
  openWeights: false,
  query: "",
  since: null,
};
const PARAMS: Params<State> = {
  query: textParam("q"),
  sort: oneOfParam("sort", ["use", "input", "output"]),
  makers: idsParam("maker"),
  modalities: someOfParam("modality", ["image", "audio"]),
  minContextTokens: wholeNumberParam("min-context", 1, 10_000_000),
  openWeights: flagParam("open-weights"),
  since: yearMonthParam("since"),
};
const read = (search: string) => readState(PARAMS, DEFAULTS, search);
const write = (state: State) => writeState(PARAMS, DEFAULTS, state);

test.each([
  ["?sort=output&maker=anthropic&min-context=200000", { sort: "output", makers: ["anthropic"], minContextTokens: 200_000 }],
  ["?maker=z-ai,anthropic,z-ai", { makers: ["anthropic", "z-ai"] }],
  ["?modality=audio,image,video", { modalities: ["image", "audio"] }],
  ["?q=claude+opus&open-weights=yes", { query: "claude opus", openWeights: true }],
  ["?since=2026-04", { since: "2026-04" }],
  ["", {}],
])("%s is read", (search, expected) => {
  expect(read(search)).toEqual({ ...DEFAULTS, ...expected });
});

test.each([
  "?sort=drop+table",
  "?min-context=-1",
  "?min-context=99999999999999999999",
  "?open-weights=1",
  "?since=2026-13",
  "?since=2026",
  "?nonsense",
  "?sort",
  "?%E0%A4%A",
  "?__proto__=1&constructor=2",
])("junk means the default: %s", (search) => {
  expect(read(search)).toEqual(DEFAULTS);
});

test("what is default is left out, what is not stays readable", () => {
  expect(write(DEFAULTS)).toBe("");
  expect(write({ ...DEFAULTS, sort: "output", makers: ["anthropic", "z-ai"], query: "opus 4/8: ü&=" })).toBe(
    "?q=opus+4/8:+%C3%BC%26%3D&sort=output&maker=anthropic,z-ai",
  );
});

test("a number taken away from a default that has one stays away", () => {
  const params: Params<{ price: number | null }> = { price: wholeNumberParam("price", 0, 10) };
  const defaults: { price: number | null } = { price: 5 };
  expect(writeState(params, defaults, { price: null })).toBe("?price=");
  expect(readState(params, defaults, "?price=")).toEqual({ price: null });
});

test("half a character is no reason to fail", () => {
  expect(write({ ...DEFAULTS, query: `${"x".repeat(99)}😀` })).toContain("?q=xxx");
});

test("reading never throws, whatever the query", () => {
  fc.assert(fc.property(fc.string({ unit: "binary" }), (search) => void read(search)));
  fc.assert(fc.property(fc.webQueryParameters(), (search) => void read(`?${search}`)));
});

const anyState: fc.Arbitrary<State> = fc.record({
  sort: fc.constantFrom("use", "input", "output"),
  makers: fc.uniqueArray(fc.stringMatching(/^[a-z0-9.-]{1,12}$/), { maxLength: 5 }).map((makers) => makers.sort()),
  modalities: fc.subarray(["image", "audio"]),
  minContextTokens: fc.option(fc.integer({ min: 1, max: 10_000_000 })),
  openWeights: fc.boolean(),
  since: fc.constantFrom(null, "2025-12", "2026-01"),
  query: fc.string({ unit: "grapheme", maxLength: 40 }).map((typed) => typed.trim()),
});

test("a state that was written reads back the same", () => {
  fc.assert(
    fc.property(anyState, (state) => {
      expect(read(write(state))).toEqual(state);
    }),
  );
});

test("writing what was read gives the one canonical query", () => {
  fc.assert(
    fc.property(fc.webQueryParameters(), anyState, (junk, state) => {
      const canonical = write(state);
      expect(
        write(
          read(
            `${canonical === "" ? "?" : canonical}&${junk.replace(/(^|&)(q|sort|maker|modality|min-context|open-weights|since)=/g, "$1x=")}`,
          ),
        ),
      ).toBe(canonical);
    }),
  );
});
