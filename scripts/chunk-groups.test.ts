import { expect, test } from "vitest";
import { chunkGroups } from "./chunk-groups.mjs";

/** The bundler's view of modules: who imports whom, who is asked for by a page, and who by an `import()`. */
function aGraph(imports: Readonly<Record<string, readonly string[]>>, later: readonly string[] = [], code = "short") {
  const ids = [...new Set([...Object.keys(imports), ...Object.values(imports).flat()])];
  return {
    getModuleIds: () => ids,
    getModuleInfo: (id: string) => ({
      code,
      isEntry: id in imports && !later.includes(id),
      dynamicImporters: later.includes(id) ? ["some.ts"] : [],
      importedIds: imports[id] ?? [],
    }),
  };
}

function groupOf(graph: ReturnType<typeof aGraph>, id: string): string | null {
  const { takeStock, codeSplitting } = chunkGroups();
  takeStock(graph);
  return codeSplitting.groups[0]?.name(id) ?? null;
}

const usedBy = (...names: readonly string[]) => Object.fromEntries(names.map((name) => [`/src/${name}.ts`, ["/src/piece.ts"]]));
const EIGHT = ["offers", "best", "compare", "calculator", "mix", "clock", "finder", "search"];

test.each([
  [["offers"], null],
  [["offers", "best"], "offers-and-best"],
  [["calculator", "clock", "compare"], "compare-and-calculator"],
  [["best", "clock"], null],
  [["offers", "best", "compare"], "prices"],
  [["offers", "mix"], "model-prices"],
  [["offers", "mix", "clock", "best", "history"], "offer-kit"],
  [["offers", "mix", "history"], null],
  [["offers", "mix", "clock", "best", "finder-saves"], "table-kit"],
  [["offers", "mix", "clock", "best", "search"], null],
  [EIGHT, "kit"],
])("what %j use is in the file %s", (names, group) => {
  expect(groupOf(aGraph(usedBy(...names)), "/src/piece.ts")).toBe(group);
});

test("what a module and what it imports later both use is a file beside it", () => {
  const graph = aGraph(usedBy("offers", "row-panel"), ["/src/row-panel.ts"]);
  expect(groupOf(graph, "/src/piece.ts")).toBe("offers-parts");
});

test("what is long is in no file that all take, and what a chart uses or the bundler adds in none of ours", () => {
  expect(groupOf(aGraph(usedBy(...EIGHT), [], "x".repeat(2_000)), "/src/piece.ts")).toBeNull();
  const charted = { ...usedBy("offers", "best", "compare"), "/src/chart.tsx": ["/src/piece.ts"] };
  expect(groupOf(aGraph(charted, ["/src/chart.tsx"]), "/src/piece.ts")).toBeNull();
  expect(
    groupOf(aGraph(Object.fromEntries(EIGHT.map((name) => [`/src/${name}.ts`, ["\0helper.js"]]))), "\0helper.js"),
  ).toBeNull();
});
