import { execFileSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { text } from "node:stream/consumers";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { type ServedFolder, serveFolder } from "../../../scripts/static-server.ts";
import { writeSmallApi } from "../../../tests/small-catalogue/small-api.ts";
import { useSmallCatalogue } from "../../../tests/small-catalogue/small-site.ts";

/** The package as npx fetches it: packed by npm, installed from the tarball without a network, run against a site on loopback. */

let remove: () => void;
let served: ServedFolder;
let home: string;
let program: string;
let tarball: string;
beforeAll(async () => {
  const catalogue = useSmallCatalogue();
  remove = catalogue.remove;
  served = await serveFolder(await writeSmallApi(catalogue.folder), 0);
  home = mkdtempSync(join(tmpdir(), "token-parity-packed-"));
  const [packed] = z
    .array(z.object({ filename: z.string() }))
    .parse(JSON.parse(npm(["pack", "--json", "--pack-destination", home], resolve("packages/cli"))));
  tarball = join(home, packed?.filename ?? "");
  npm(["install", "--offline", "--no-audit", "--no-fund", "--prefix", home, tarball], home);
  program = join(home, "node_modules", "token-parity", "dist", "token-parity.mjs");
  // The site is read once: what is asked for `--offline` afterwards is kept.
  await connected((client) => answerOf(client, "price_on", { model: "acme/nova" }));
});
afterAll(async () => {
  await served.close();
  rmSync(home, { recursive: true });
  remove();
});

function npm(args: readonly string[], cwd: string): string {
  const ownNpm = process.env["npm_execpath"];
  const [file, before] = ownNpm?.endsWith("npm-cli.js") === true ? [process.execPath, [ownNpm]] : ["npm", []];
  return execFileSync(file, [...before, ...args], { cwd, encoding: "utf8", shell: process.platform === "win32" });
}

const environment = () => ({ ...process.env, XDG_CACHE_HOME: join(home, "cache"), TOKEN_PARITY_SITE: served.address });

/** Not in this process, which serves the site: one that waits for it would wait for ever. */
const run = (...args: readonly string[]) =>
  spawnSync(process.execPath, [program, ...args], { encoding: "utf8", env: environment() });

async function connected<T>(ask: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ name: "test", version: "1" });
  const env = Object.fromEntries(Object.entries(environment()).map(([name, value]) => [name, value ?? ""]));
  await client.connect(new StdioClientTransport({ command: process.execPath, args: [program, "mcp"], env }));
  return ask(client).finally(() => client.close());
}

const answerOf = async (client: Client, name: string, args: Record<string, unknown>) => {
  const { isError = false, content, structuredContent } = await client.callTool({ name, arguments: args });
  return { isError, text: z.array(z.object({ text: z.string() })).parse(content)[0]?.text ?? "", data: structuredContent };
};

test("what is packed is one program without dependencies, small enough to fetch each time", () => {
  const about = JSON.parse(readFileSync(join(home, "node_modules", "token-parity", "package.json"), "utf8"));
  expect(about.dependencies ?? {}).toEqual({});
  expect(statSync(tarball).size).toBeLessThan(300_000);
});

test("an agent finds models, asks for prices, the cheapest seller and a comparison over MCP", async () => {
  await connected(async (client) => {
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual(["find_models", "price_on", "cheapest", "compare"]);
    expect(tools.every(({ annotations }) => annotations?.readOnlyHint === true)).toBe(true);

    const answer = await answerOf(client, "find_models", { query: "nova" });
    expect(answer.data).toMatchObject({ found: 2, models: [{ id: "acme/nova", list: { input: "3", output: "15" } }, {}] });
    const past = await answerOf(client, "price_on", { model: "Nova", day: "2026-07-01", platform: "openrouter" });
    expect(past.data).toMatchObject({ confirmed: [{ prices: { input: "3.6" }, lastDay: "2026-07-14" }], unconfirmed: [] });
    const now = await answerOf(client, "price_on", { model: "acme/nova", limit: 1 });
    expect(now.data).toMatchObject({ confirmedRows: 3, unconfirmedRows: 2, unconfirmed: [{ evidence: "reported" }] });
    const cheapest = await answerOf(client, "cheapest", { model: "zeta/open", limit: 1 });
    expect(cheapest.data).toMatchObject({
      ...{ workload: "chat", found: expect.any(Number), tiedWith: [] },
      sellers: [{ usdPerMonth: "147.7", platform: "openrouter", caveats: {} }],
    });
    const compared = await answerOf(client, "compare", { models: ["acme/nova", "zeta/open", "zeta/zero"] });
    expect(compared.data).toMatchObject({ models: [{ model: "zeta/open" }, { model: "acme/nova" }, { cheapest: null }] });
    expect(JSON.parse(compared.text)).toEqual(compared.data);
  });
});

test("an agent that asks for what is not there is told so, and may ask on", async () => {
  await connected(async (client) => {
    const unknown = await answerOf(client, "price_on", { model: "acme/nuva" });
    expect(unknown).toMatchObject({ isError: true, text: expect.stringContaining("Did you mean acme/nova") });
    expect(await answerOf(client, "cheapest", { model: "acme/nova", workload: "chatting" })).toMatchObject({ isError: true });
    const nothing = await answerOf(client, "price_on", { model: "zeta/zero" });
    expect(nothing.data).toMatchObject({ confirmed: [], unconfirmed: [], note: "Nobody told us a price for that." });
  });
});

test("once the site was read, the program answers within a second without it", () => {
  // The processor's seconds: those of the clock are as long as what else the machine does.
  const toldAtEnd = `data:text/javascript,${encodeURIComponent('process.on("exit", () => console.error(JSON.stringify(process.cpuUsage())))')}`;
  const env = { ...environment(), NODE_OPTIONS: `--import ${toldAtEnd}` };
  const seconds = Array.from({ length: 3 }, () => {
    const args = [program, "price", "acme/nova", "--offline"];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8", env });
    expect([status, stdout.includes("List price $3 in, $15 out.")]).toEqual([0, true]);
    const { user, system } = z.object({ user: z.number(), system: z.number() }).parse(JSON.parse(stderr));
    return (user + system) / 1e6;
  });
  expect(Math.min(...seconds)).toBeLessThan(1);
});

test("a reader who has had enough ends it in peace, and a fault of our own is never taken for a price that is off", async () => {
  const reader = spawn(process.execPath, [program, "price", "acme/nova", "--offline"], { env: environment() });
  reader.stdout.destroy();
  const [complaint, [code]] = await Promise.all([text(reader.stderr), once(reader, "close")]);
  expect([code, complaint]).toEqual([0, ""]);
  const without = { ...environment(), NODE_OPTIONS: "--import data:text/javascript,delete%20Map.groupBy" };
  const args = [program, "price", "acme/nova", "--offline"];
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: "utf8", env: without });
  expect([status, stderr.includes("TypeError")]).toEqual([70, true]);
});

test("how it ends tells a script what it found", () => {
  const codes = [
    ["price", "acme/nova"],
    ["price", "acme/nuva"],
    ["price", "acme/nova", "--region", "eu"],
  ].map((args) => run(...args, "--offline").status);
  expect(codes).toEqual([0, 2, 3]);
});
