import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { BudgetLine } from "./budget.ts";
import { brotliBytes, scriptBytes } from "./page-weight.ts";

/**
 * What a first touch brings, by the name of the module, with all it imports. Of a chart React DOM alone is 58 kB and the least of Recharts that
 * draws a line 74, so neither can be half of what it is.
 */
const SCRIPTS = {
  offers: 33_600,
  best: 33_700,
  compare: 30_600,
  calculator: 37_100,
  finder: 12_700,
  "price-chart": 146_000,
  "buy-explorer": 140_000,
} as const;

/** The prices of all models that a ranking in the browser is made from. */
const MARKET_BYTES = 34_000;

/** What the scripts of pages weigh beside their budgets, each with its shared parts. `base` is the path the site was built for. */
export async function scriptLines(folder: string, base = "/"): Promise<readonly BudgetLine[]> {
  const files = readdirSync(join(folder, "_astro"));
  const scripts = Object.entries(SCRIPTS).map(async ([name, limitBytes]) => {
    const file = files.find((each) => each.startsWith(`${name}.`) && each.endsWith(".js"));
    if (file === undefined) throw new Error(`no script of ${folder} is called ${name}`);
    return { what: `the script ${name}`, bytes: await scriptBytes(folder, `${base}_astro/${file}`, base), limitBytes };
  });
  const market = await brotliBytes(readFileSync(join(folder, "api/market.json")));
  return [...(await Promise.all(scripts)), { what: "the prices of all models", bytes: market, limitBytes: MARKET_BYTES }];
}
