import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** The engine runs in the browser: a value import of a schema file would carry zod there, 23 KB for nothing. */
const ENGINE = ["card", "landed-cost", "purchase", "cheapest", "regret", "break-even", "delta", "routing", "use-offer"];
const VALUE_IMPORT = /^(?:import|export) (?!type )[^;]*? from "([^"]+)";/gm;

test.each(ENGINE)("nothing that %s.ts runs on loads zod", (name) => {
  expect([...reached(`${name}.ts`, new Set())].filter((file) => valueImports(file).includes("zod"))).toEqual([]);
});

function reached(file: string, seen: Set<string>): ReadonlySet<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const target of valueImports(file)) if (target.startsWith("./")) reached(target.slice(2), seen);
  return seen;
}

function valueImports(file: string): readonly string[] {
  return [...readFileSync(`src/domain/${file}`, "utf8").matchAll(VALUE_IMPORT)].flatMap(([, target]) => target ?? []);
}
