import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Goal } from "./goal.ts";
import { withGoalTable } from "./goal-table.ts";

const GOALS: readonly Goal[] = [
  { name: "a night", figure: 3.614, bound: "at most", limit: 4, unit: "s CPU" },
  { name: "a build", figure: 301, bound: "at least", limit: 500, unit: "pages/s" },
];
const TABLE = `<!-- npm run x -->
| \`npm run x\` | figure | goal |  |
| --- | --: | --: | --- |
| a night | 3.61 s CPU | at most 4 | met |
| a build | 301 pages/s | at least 500 | missed |

On one core.
<!-- end: npm run x -->`;

test("the table of a command stands between its marks, in place of the one before", () => {
  const empty = "# A\n\n<!-- npm run x -->\n<!-- end: npm run x -->\n\n## B\n";
  const once = withGoalTable(empty, "npm run x", GOALS, "On one core.");
  expect(once).toBe(`# A\n\n${TABLE}\n\n## B\n`);
  expect(withGoalTable(once, "npm run x", GOALS, "On one core.")).toBe(once);
});

test.each(["# A", "<!-- npm run x -->", "<!-- end: npm run x --><!-- npm run x -->"])(
  "a text without the marks is refused: %j",
  (text) => {
    expect(() => withGoalTable(text, "npm run x", GOALS, "")).toThrow(/npm run x/);
  },
);

test.each(["npm run bench", "npm run bench:web"])("README has a place for the table of %s", (command) => {
  expect(withGoalTable(readFileSync("README.md", "utf8"), command, GOALS, "On one core.")).toContain("| a night |");
});
