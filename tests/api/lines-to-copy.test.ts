import { execFile, spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import { DuckDBInstance } from "@duckdb/node-api";
import { afterAll, beforeAll, expect, test } from "vitest";
import { filesOf } from "../contract/public-files.ts";
import { useSmallCatalogue } from "../small-catalogue/small-site.ts";

/** The lines of /api/ run as they stand, but for the address of the site: a server of ours has the small catalogue's files. */
let remove: () => void;
let server: Server;
let home = "";
let lines: readonly string[] = [];

const ROUTES = ["api/v1/models/[maker]/[slug].json", "api/v1/prices/[month].json.gz", "api/v1/offers.csv", "changes.json"];
const served = new Map<string, string | Buffer>();
const tables = mkdtempSync(join(tmpdir(), "token-parity-lines-"));

beforeAll(async () => {
  ({ remove } = useSmallCatalogue());
  for (const route of ROUTES)
    for (const { address, text } of await filesOf(route)) served.set(address, address.endsWith(".gz") ? gzipSync(text) : text);
  server = createServer(({ url = "" }, response) => response.end(served.get(url) ?? response.writeHead(404)));
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", () => done()));
  const address = server.address();
  home = typeof address === "object" && address !== null ? `http://127.0.0.1:${address.port}` : "";
  const [page] = await filesOf("api.md");
  lines = [...(page?.text ?? "").matchAll(/^ {4}(\S.*)$/gm)].map(([, line = ""]) => line);
  const { bulkResponse } = await import("../../src/pages/api/v1/_bulk-files.ts");
  for (const name of ["offers.parquet", "history.parquet"]) {
    writeFileSync(join(tables, name), Buffer.from(await bulkResponse(name).arrayBuffer()));
  }
});
afterAll(() => {
  remove();
  server.close();
});

const here = (line: string): string => line.replaceAll("https://tokenparity.dev", home);
const isThere = (program: string, ...args: readonly string[]): boolean => spawnSync(program, args).status === 0;
const run = async (program: string, ...args: readonly string[]): Promise<string> =>
  (await promisify(execFile)(program, args)).stdout;
const linesOf = (start: string): readonly string[] => lines.filter((line) => line.startsWith(start));

if (isThere("curl", "--version") && isThere("jq", "--version")) test("the lines for curl and jq print prices", curlPrints);

async function curlPrints() {
  const [model = "", bill = "", feed = ""] = linesOf("curl -s").filter((line) => line.includes("| jq"));
  expect(await run("sh", "-c", here(model))).toContain('"input": "3"');
  // Nobody transcribed the small catalogue's list price of July: no row, and no error.
  expect(await run("sh", "-c", here(bill))).toBe("");
  const items = await run("sh", "-c", here(feed).replace("> feed.json", "| jq -r '.items[].url'"));
  expect(items).toContain("/models/acme/nova/");
  expect(items).not.toContain("/models/zeta/");
}

test("the line for TypeScript prints who asks what", async () => {
  const [line = ""] = linesOf("node --input-type=module-typescript");
  expect(await run("sh", "-c", here(line))).toContain("acme 3\n");
});

test("the lines for DuckDB read the Parquet files, prices exact", async () => {
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  const answers = await Promise.all(
    linesOf("duckdb -c").map(async (line) => {
      const sql = /^duckdb -c "(.*)"$/.exec(line)?.[1]?.replaceAll(/https:[^']*\/(?=[a-z]+\.parquet)/g, `${tables}/`) ?? "";
      return (await connection.runAndReadAll(sql)).getRowObjectsJson();
    }),
  );
  expect(answers[0]).toEqual(
    expect.arrayContaining([{ model: "acme/nova", platform: "acme", input: "3.000000", output: "15.000000" }]),
  );
  expect(answers[1]).toEqual(expect.arrayContaining([{ platform: "cloudy", changes: "5" }]));
});

// Python's packages are the reader's: where pandas is not installed there is nothing to run.
if (isThere("python3", "-c", "import pandas; pandas.read_csv")) {
  test("the line for pandas prints them", async () => {
    const [line = ""] = linesOf("python3 -c");
    expect(await run("sh", "-c", here(line))).toContain("acme");
  });
}

test("Excel's formula and the lines for larger tools name files that are there", () => {
  const others = lines.filter((line) => /^(= Csv|clickhouse|spark|curl .*bq load)/.test(line));
  expect(others).toHaveLength(4);
  for (const line of others) expect(line).toMatch(/\/api\/v1\/(offers\.csv|history\.parquet)["' ]/);
});
