import fc from "fast-check";
import { expect, test } from "vitest";
import {
  CAPABILITIES,
  type FinderSort,
  type FinderState,
  finderUrl,
  LIST_COLUMNS,
  MODALITIES,
  orderOf,
  SORTS,
  sortedBy,
} from "./finder-state.ts";

const WORDS = { makers: ["anthropic", "z-ai"], platforms: ["azure", "openrouter"], presets: ["chat", "rag"] };
const url = finderUrl(WORDS);
const { defaults } = url;

test.each<[string, Partial<FinderState>]>([
  ["", {}],
  [
    "?q=opus&maker=anthropic&platform=azure&modality=image&open-weights=yes&min-context=200000&sort=context",
    {
      query: "opus",
      makers: ["anthropic"],
      platforms: ["azure"],
      inputs: ["image"],
      openWeights: "yes",
      minContextTokens: 200_000,
      sort: "context",
    },
  ],
  ["?maker=anthropic,z-ai&capability=tools,reasoning", { makers: ["anthropic", "z-ai"], capabilities: ["tools", "reasoning"] }],
  ["?max-input=0.25&max-month=40&since=2026-01", { inputPrice: "0.25", monthPrice: "40", since: "2026-01" }],
  ["?max-input=0.5..2", { inputPrice: "0.5..2" }],
  ["?max-input=%3C1", { inputPrice: "<1" }],
  ["?max-month=%3C40", { monthPrice: "<40" }],
  [
    "?region=eu&data-policy=no-training&min-quality=1400&columns=month,seller,quality",
    { region: "eu", dataPolicy: "no-training", minQuality: 1_400, columns: ["month", "seller", "quality"] },
  ],
  ["?columns=", { columns: [] }],
  ["?workload=rag", { workload: "rag" }],
  ["?sort=month&order=descending", { sort: "month", order: "descending" }],
])("%s is read, and written the same", (search, expected) => {
  const state = url.read(search);
  expect(state).toEqual({ ...defaults, ...expected });
  expect(url.write(state)).toBe(search);
});

test.each([
  "?maker=nobody&platform=nowhere&workload=juggling",
  "?sort=price&order=up&open-weights=perhaps",
  "?min-context=lots&max-input=-1&max-month=1e9&since=yesterday",
  "?max-input=1,5",
  "?max-input=2..1",
  "?capability=juggling&modality=smell&output-modality=,",
  "?workload=chat&sort=use&order=ascending",
  "?region=mars&data-policy=perhaps&min-quality=0",
  "?columns=released,context,platforms,ladder,seller,month,list",
])("%s says nothing", (search) => {
  expect(url.write(url.read(search))).toBe("");
});

test("a chosen workload sorts by its month, unless something else is asked for", () => {
  expect(orderOf(defaults, "chat")).toEqual({ by: "use", direction: "ascending" });
  expect(orderOf({ ...defaults, workload: "rag" }, "chat")).toEqual({ by: "month", direction: "ascending" });
  expect(orderOf(url.read("?workload=rag&sort=use"), "chat")).toEqual({ by: "use", direction: "ascending" });
  expect(orderOf(url.read("?sort=context"), "chat")).toEqual({ by: "context", direction: "descending" });
});

test.each<[FinderSort, readonly string[]]>([
  ["month", ["?sort=month", "?sort=month&order=descending", ""]],
  ["released", ["?sort=released", "?sort=released&order=ascending", ""]],
])("the button of %s turns the order once, then gives it back", (column, searches) => {
  let state = defaults;
  for (const search of searches) {
    state = sortedBy(state, column, "chat");
    expect(url.write(state)).toBe(search);
  }
});

test("with a workload chosen, giving the order back is said, because its month would sort else", () => {
  const turned = sortedBy({ ...defaults, workload: "rag" }, "month", "chat");
  expect(url.write(turned)).toBe("?workload=rag&order=descending");
  expect(url.write(sortedBy(turned, "month", "chat"))).toBe("?workload=rag&sort=use");
});

test("the controls say what the state is, the order that is in force too", () => {
  const texts = url.texts(url.read("?maker=z-ai,anthropic&workload=rag&max-input=0.5"));
  expect(texts.get("maker")).toBe("anthropic,z-ai");
  expect(texts.get("max-input")).toBe("0.5");
  expect(texts.get("sort")).toBe("month");
  expect(texts.get("since")).toBe("");
});

const anyState: fc.Arbitrary<FinderState> = fc.record({
  query: fc.stringMatching(/^[a-z0-9.]{0,12}$/),
  makers: fc.subarray(WORDS.makers),
  platforms: fc.subarray(WORDS.platforms),
  capabilities: fc.subarray([...CAPABILITIES]),
  inputs: fc.subarray([...MODALITIES]),
  outputs: fc.subarray([...MODALITIES]),
  evidence: fc.constantFrom("" as const, "own" as const, "mirror" as const),
  unconfirmed: fc.boolean(),
  openWeights: fc.constantFrom("", "yes", "no"),
  minContextTokens: fc.option(fc.integer({ min: 1, max: 1_000_000_000 })),
  inputPrice: fc.oneof(
    fc.constantFrom("", "<1", "0.5..2", ">=3"),
    fc.integer({ min: 0, max: 10_000_000 }).map((micro) => String(micro / 1e6)),
  ),
  monthPrice: fc.constantFrom("", "40", "<1000", "0.5..2"),
  region: fc.constantFrom("" as const, "eu" as const),
  dataPolicy: fc.constantFrom("" as const, "no-training" as const),
  minQuality: fc.option(fc.integer({ min: 1, max: 9_999 })),
  columns: fc.subarray([...LIST_COLUMNS]),
  since: fc.constantFrom(null, "2025-12"),
  workload: fc.constantFrom("chat", "rag"),
  sort: fc.constantFrom("", ...Object.keys(SORTS).filter((key): key is FinderSort => key in SORTS)),
  order: fc.constantFrom("", "ascending", "descending"),
});

test("what is written is read back as the same filters in the same order", () => {
  fc.assert(
    fc.property(anyState, (state) => {
      const search = url.write(state);
      const priced = url.read(search);
      expect({ ...priced, sort: "", order: "" }).toEqual({ ...state, sort: "", order: "" });
      expect(orderOf(priced, "chat")).toEqual(orderOf(state, "chat"));
      expect(url.write(priced)).toBe(search);
    }),
  );
});

test("the order of the parameters is always the same, whatever order they came in", () => {
  const search =
    "?columns=month&sort=month&max-input=%3C1&min-context=200000&modality=image&capability=tools&region=eu&maker=z-ai";
  expect(url.write(url.read(search))).toBe(
    "?maker=z-ai&region=eu&capability=tools&modality=image&min-context=200000&max-input=%3C1&sort=month&columns=month",
  );
});
