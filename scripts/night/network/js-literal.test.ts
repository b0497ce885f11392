import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { z } from "zod";
import { firstListOfModule } from "./js-literal.ts";

test.each<[string, unknown]>([
  ["const A=[];", []],
  [
    "import x from 'y'; const E = [\n  { id: \"a\", is: !0, no: !1, none: null, list: [1, -2.5, .5, 1e3,], },\n], J = {};",
    [{ id: "a", is: true, no: false, none: null, list: [1, -2.5, 0.5, 1_000] }],
  ],
  ['var a = [{ \'b-c\': `two\nlines $5`, d: "\\u0041\\x42\\n\\"" }]', [{ "b-c": "two\nlines $5", d: 'AB\n"' }]],
])("%s is read without being run", (module, list) => {
  expect(firstListOfModule(module)).toEqual(list);
});

test.each([
  ["const a = {}", "assigns no list"],
  ["const a = [process.exit()]", "no literal at 11: process.exit()"],
  ["const a = [`$" + "{secret}`]", "no literal"],
  ["const a = [{ get b() { return 1 } }]", "no field"],
  ["const a = [1 2]", 'neither "," nor "]"'],
  ["const a = [1", 'neither "," nor "]"'],
  ["const a = [{ b: c }]", "no literal"],
])("%s throws: it is more than data", (module, message) => {
  expect(() => firstListOfModule(module)).toThrow(message);
});

test("the package's own table is read whole", () => {
  const module = readFileSync("node_modules/@pydantic/genai-prices/dist/index.js", "utf8");
  const providers = z
    .array(z.object({ id: z.string(), models: z.array(z.object({ id: z.string() })) }))
    .parse(firstListOfModule(module));
  expect(providers.length).toBeGreaterThan(30);
  expect(providers.flatMap(({ models }) => models).length).toBeGreaterThan(1_000);
});
