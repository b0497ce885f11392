import { globSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { describedFiles } from "./site/api-schemas.ts";

/** `node scripts/tools/check-api.ts`, after a build: every JSON file that `/api/v1/openapi.json` describes is as it says. */
const folder = process.env["OUT_DIR"] ?? "dist";
const described = describedFiles(JSON.parse(readFileSync(join(folder, "api/v1/openapi.json"), "utf8")));
const addresses = globSync("api/{v1,compat}/**/*.json", { cwd: folder }).map((file) => `/${file.split(sep).join("/")}`);

const problems = addresses.flatMap((address) => {
  const description = described.find((each) => each.holds(address));
  if (description === undefined) return address.endsWith("/openapi.json") ? [] : [`${address} is not described`];
  return description.faultsOf(JSON.parse(readFileSync(join(folder, address), "utf8"))).map((fault) => `${address}: ${fault}`);
});
const empty = described.filter(({ holds }) => !addresses.some(holds));

console.log(`${addresses.length} JSON files against ${described.length} schemas: ${problems.length} problems`);
for (const problem of problems.slice(0, 20)) console.error(problem);
for (const { path } of empty) console.error(`no file at ${path}`);
if (problems.length > 0) process.exitCode = 1;
