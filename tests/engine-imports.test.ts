import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";

/** The engine runs in the browser: a value import of a schema file would carry zod there, 23 KB for nothing. */
const ENGINE = [
  "offer/card",
  "cost/landed-cost",
  "purchase/purchase",
  "ranking/cheapest",
  "cost/regret",
  "cost/break-even",
  "reference/delta",
  "cost/routing",
  "request/use-offer",
];
const VALUE_IMPORT = /^(?:import|export) (?!type )[^;]*? from "([^"]+)";/gm;

test.each(ENGINE)("nothing that %s.ts runs on loads zod", (name) => {
  expect([...reached(`${name}.ts`, new Set())].filter((file) => valueImports(file).includes("zod"))).toEqual([]);
});

function reached(file: string, seen: Set<string>): ReadonlySet<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const target of valueImports(file)) if (target.startsWith(".")) reached(join(dirname(file), target), seen);
  return seen;
}

function valueImports(file: string): readonly string[] {
  return [...readFileSync(`src/domain/${file}`, "utf8").matchAll(VALUE_IMPORT)].flatMap(([, target]) => target ?? []);
}
