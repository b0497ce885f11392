import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { writeSmallApi } from "../../../tests/small-catalogue/small-api.ts";
import { useSmallCatalogue } from "../../../tests/small-catalogue/small-site.ts";
import type { CheckAnswer } from "../src/answers/check.ts";
import { runHere } from "./run-program.ts";

let remove: () => void;
let site: string;
let own: string;
beforeAll(async () => {
  const catalogue = useSmallCatalogue();
  remove = catalogue.remove;
  site = await writeSmallApi(catalogue.folder);
  own = mkdtempSync(join(tmpdir(), "token-parity-files-"));
});
afterAll(() => {
  remove();
  rmSync(own, { recursive: true });
});

const run = (...args: readonly string[]) => runHere([...args, "--data", site]);
const answerOf = async (...args: readonly string[]) => JSON.parse((await run(...args, "--json")).out);
function fileOf(content: unknown): string {
  const path = join(own, "file.json");
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
}

const USAGE = { model: "nova", usage: { prompt_tokens: 1_000, completion_tokens: 100 } };

test.each([
  ["an answer", 0, ["price", "acme/nova"]],
  ["help", 0, ["--help"]],
  ["the version", 0, ["--version"]],
  ["an unknown model", 2, ["price", "acme/nuva"]],
  ["an unknown platform", 2, ["price", "acme/nova", "--platform", "cloud"]],
  ["an unknown workload", 2, ["compare", "acme/nova", "--workload", "chatting"]],
  ["an unknown option", 2, ["price", "acme/nova", "--colour"]],
  ["no command", 2, []],
  ["a day that is none", 2, ["price", "acme/nova", "--on", "2026-02-30"]],
  ["a share that is none", 2, ["check", "x.json", "--max-drift", "much"]],
  ["a file that is not there", 2, ["check", "not-there.json"]],
  ["usage that is not there", 2, ["cost", "--usage", "not-there.json"]],
  ["a price nobody told us", 3, ["price", "zeta/zero"]],
  ["a past price nobody told us", 3, ["price", "zeta/open", "--on", "2026-07-01", "--platform", "cloudy", "--region", "eu"]],
  ["a day before all data", 3, ["price", "acme/nova", "--on", "2019-01-01"]],
  ["a day after all data", 3, ["price", "acme/nova", "--on", "2027-01-01"]],
  ["a comparison with an unknown price", 3, ["compare", "acme/nova", "zeta/zero"]],
])("%s ends with %i", async (_, code, args) => {
  expect((await run(...args)).code).toBe(code);
});

test("without data it ends with 4 and a sentence", async () => {
  const { code, err } = await runHere(["price", "acme/nova", "--data", own]);
  expect([code, err]).toEqual([4, `${own} holds no api/v1/models.json.\n`]);
});

test("data that cannot be read, or are not what was promised, end with 4 and the file's name", async () => {
  const broken = join(own, "broken");
  cpSync(join(site, "api/v1"), broken, { recursive: true });
  const read = () => runHere(["price", "acme/nova", "--data", broken]);
  expect((await read()).code).toBe(0);
  writeFileSync(join(broken, "models/acme/nova.json"), '{"model":{"id":"acme/nova"},"offers":[{"id":1}]}');
  expect(await read()).toMatchObject({ code: 4, err: expect.stringContaining("models/acme/nova.json is not as this version") });
  writeFileSync(join(broken, "models/acme/nova.json"), "<html>");
  expect(await read()).toMatchObject({ code: 4, err: expect.stringContaining("nova.json is no JSON.") });
  rmSync(join(broken, "models/acme/nova.json"));
  expect(await read()).toMatchObject({ code: 4, err: "There is no models/acme/nova.json in the data.\n" });
  mkdirSync(join(broken, "models/acme/nova.json"));
  expect(await read()).toMatchObject({ code: 4, err: expect.stringContaining("could not be read") });
});

test.each([
  ["price", "acme/nuva", "acme/nova"],
  ["price", "zeta oepn", "zeta/open"],
  ["compare", "acme nova fats", "acme/nova-fast"],
])("%s asks for “%s” back what it may have meant", async (command, text, meant) => {
  const { err, out } = await run(command, text);
  expect(err).toContain(`No model is called “${text}”. Did you mean ${meant}`);
  expect(out).toBe("");
});

test.each(["acme/nova", "Nova", "nova-20260304", "acme/nova-20260304"])("%s names the model", async (text) => {
  expect((await answerOf("price", text)).model).toBe("acme/nova");
});

test("a price one catalogue alone reports, a held and an old one never stand among the confirmed", async () => {
  const { confirmed, unconfirmed } = await answerOf("price", "acme/nova");
  const evidence = confirmed.map((row: { evidence: string }) => row.evidence);
  expect(evidence).toEqual(["own", "transcribed", "own"]);
  expect(unconfirmed.map((row: { platform: string }) => row.platform)).toEqual(["cloudy", "hostly"]);
  const open = await answerOf("price", "zeta/open");
  const because = ({ platform, unconfirmedBecause }: { platform: string; unconfirmedBecause: string }) => [
    platform,
    unconfirmedBecause,
  ];
  expect(open.unconfirmed.map(because)).toEqual([["cloudy", "reported"]]);
  const { out } = await run("price", "acme/nova");
  expect(out).not.toContain("cloudy");
  expect(out).toContain("2 not confirmed");
  const shown = (await run("price", "acme/nova", "--unconfirmed")).out;
  expect(shown.indexOf("cloudy")).toBeGreaterThan(shown.indexOf("Not confirmed:"));
});

test("a region is met by its group and by its own name, and by nobody who names none", async () => {
  const regional = async (region: string) =>
    (await answerOf("price", "acme/nova", "--region", region)).confirmed.map((row: { offerId: string }) => row.offerId);
  const turbo = "acme/nova@openrouter;host=hostly;region=us-east-1;quant=fp8;variant=turbo";
  expect([await regional("us"), await regional("us-east-1"), await regional("eu")]).toEqual([[turbo], [turbo], []]);
});

test("the price of a past day is the one that stood on it", async () => {
  const inputOn = async (day: string) => (await answerOf("price", "acme/nova", "--on", day)).confirmed[0]?.prices.input;
  expect([await inputOn("2026-06-02"), await inputOn("2026-07-14"), await inputOn("2026-07-15")]).toEqual(["3.6", "3.6", "3.3"]);
  expect((await run("price", "acme/nova", "--on", "2026-07-01")).out).toContain("2026-07-01 – 2026-07-14");
});

test.each(["prices/2026-07.json", "prices/2026-07.json.gz"])(
  "a past price needs one of a month's two files, not %s",
  async (gone) => {
    const copy = join(own, "copy");
    cpSync(join(site, "api/v1"), copy, { recursive: true });
    rmSync(join(copy, gone));
    const { out } = await runHere(["price", "acme/nova", "--on", "2026-07-14", "--data", copy, "--json"]);
    expect(JSON.parse(out).confirmed[0]?.prices.input).toBe("3.6");
    rmSync(copy, { recursive: true });
  },
);

test("an unknown price is said to be unknown", async () => {
  expect((await run("price", "zeta/zero")).out).toContain("Confirmed price: unknown.");
  expect((await run("compare", "zeta/zero")).out).toContain("unknown");
});

test("a comparison puts the cheapest month first", async () => {
  const { models } = await answerOf("compare", "acme/nova", "zeta/open", "zeta/zero", "acme/nova-fast", "--workload", "chat");
  expect(models.map(({ model }: { model: string }) => model)).toEqual(["zeta/open", "acme/nova", "acme/nova-fast", "zeta/zero"]);
  // 100,000 requests of 2,000 + 500 at 0.4/1.2, no cached price: $140, and OpenRouter's 5.5 % by card.
  expect(models[0].cheapest.usdPerMonth).toBe("147.7");
});

test("calls are billed at every platform, and what names no known model stops with the question", async () => {
  const { code, out } = await run("cost", "--usage", fileOf(USAGE), "--times", "1000");
  expect(code).toBe(0);
  // A million tokens in and 100,000 out at $3.30/$18, and the fee for credit by card of 5.5 %.
  expect(out).toMatch(/^openrouter +\$5\.38 /m);
  expect((await run("cost", "--usage", fileOf({ ...USAGE, model: "supernova" }))).code).toBe(2);
  expect((await run("cost", "--usage", fileOf(USAGE.usage))).err).toContain("--model says which it was");
  expect((await run("cost", "--usage", fileOf(USAGE.usage), "--model", "nova")).code).toBe(0);
  expect((await run("cost", "--usage", fileOf("tokens: many"))).code).toBe(2);
  expect((await run("cost", "--usage", fileOf({ ...USAGE, model: "zeta/zero" }))).code).toBe(3);
});

test("a price that wins nothing is billed apart, and says why", async () => {
  const { platforms, notCounted } = await answerOf("cost", "--usage", fileOf(USAGE));
  expect(platforms.map(({ platform }: { platform: string }) => platform)).toEqual(["acme", "openrouter"]);
  expect(notCounted.map(({ platform, because }: { platform: string; because: unknown }) => [platform, because])).toEqual([
    ["hostly", ["expired"]],
    ["cloudy", ["held"]],
  ]);
});

test("a bill of a past day is priced at what stood on it, before fees", async () => {
  const onDay = (day: string) => answerOf("cost", "--usage", fileOf(USAGE), "--times", "1000", "--on", day);
  // A million tokens in and 100,000 out, at $3.60/$18 and then $3.30/$18.
  expect((await onDay("2026-07-14")).platforms).toMatchObject([{ platform: "openrouter", usd: "5.4", evidence: ["own"] }]);
  expect((await onDay("2026-07-15")).platforms).toMatchObject([{ platform: "openrouter", usd: "5.1" }]);
  expect(await onDay("2026-07-15")).toMatchObject({ listUsd: null, used: [{ calls: 1000, inputTokens: 1_000_000 }] });
  const { code, out } = await run("cost", "--usage", fileOf(USAGE), "--on", "2019-01-01");
  expect([code, out.includes("At list prices: unknown."), out.includes("No prices are kept of 2019-01.")]).toEqual([
    3,
    true,
    true,
  ]);
});

const LITELLM = {
  sample_spec: { input_cost_per_token: 0 },
  "acme/nova": { input_cost_per_token: 3e-6, output_cost_per_token: 1.5e-5, litellm_provider: "acme", mode: "chat" },
  "openrouter/zeta/open": { input_cost_per_token: 4.2e-7, output_cost_per_token: 1.22e-6, litellm_provider: "openrouter" },
  "cloudy/nova": { input_cost_per_token: 3.9e-6, output_cost_per_token: 1.65e-5, litellm_provider: "cloudy" },
  "acme/embed": { input_cost_per_token: 1e-7, mode: "embedding", litellm_provider: "acme" },
  "nobody/knows": { input_cost_per_token: 1e-6, output_cost_per_token: 1e-6, litellm_provider: "acme" },
};

test("LiteLLM's map is held against each seller's own confirmed price", async () => {
  const { code, out } = await run("check", fileOf(LITELLM), "--max-drift", "2%", "--json");
  const { rows, counts }: CheckAnswer = JSON.parse(out);
  expect(code).toBe(1);
  expect(rows.map(({ key, verdict, against }) => [key, verdict, against])).toEqual([
    ["openrouter/zeta/open", "drift", "zeta/open@openrouter"],
    ["acme/nova", "same", "acme/nova@acme"],
    ["cloudy/nova", "unknownPrice", null],
    ["nobody/knows", "unknownModel", null],
  ]);
  expect(rows[0]?.meters[0]).toEqual({ meter: "input", yours: "0.42", ours: "0.41", driftPercent: 2.439 });
  expect(counts).toEqual({ same: 1, drift: 1, unknownModel: 1, unknownPrice: 1, skipped: 1 });
});

test("the map we publish in LiteLLM's shape is held against the prices it was made from, and nothing is off", async () => {
  const { code, out } = await run("check", join(site, "api/compat/litellm.json"), "--max-drift", "0%", "--json");
  const { counts }: CheckAnswer = JSON.parse(out);
  // The seller that is made up has a provider's name that LiteLLM does not know.
  expect([code, counts.same, counts.drift]).toEqual([0, 3, 0]);
});

const litellmRow = (input: number, output: number, provider: string) => ({
  ...{ input_cost_per_token: input / 1e6, output_cost_per_token: output / 1e6, litellm_provider: provider },
});

test.each([
  ["a key's region where nobody sells it there", "acme/eu/nova", litellmRow(3, 15, "acme"), "unknownPrice", null],
  ["a tier of its own", "acme/nova:batch", litellmRow(1.45, 7.4, "acme"), "same", "acme/nova@acme;tier=batch"],
  ["a tier nobody sells", "acme/nova:free", litellmRow(0, 0, "acme"), "unknownPrice", null],
  ["the price within a window", "acme/nova", litellmRow(1.5, 7.5, "acme"), "same", "acme/nova@acme (utc 01:00-04:00 mon,tue)"],
  ["no window's price", "acme/nova", litellmRow(1.6, 8, "acme"), "drift", "acme/nova@acme (utc 01:00-04:00 mon,tue)"],
  ["a seller nobody knows", "acme/nova", litellmRow(3, 15, "nobody"), "unknownPrice", null],
])("LiteLLM's line with %s is judged by it", async (_, key, row, verdict, against) => {
  const { rows }: CheckAnswer = JSON.parse((await run("check", fileOf({ [key]: row }), "--json")).out);
  expect(rows.map((each) => [each.verdict, each.against])).toEqual([[verdict, against]]);
});

test.each([
  ["within the drift", { nova: { input: 3.03, output: "15" } }, ["--max-drift", "1%"], 0],
  ["further off", { nova: { input: 3.04, output: 15 } }, ["--max-drift", "1%"], 1],
  ["exactly as far as allowed", { nova: { input: 3.06, output: 15 } }, [], 0],
  ["of an unknown model", { supernova: { input: 3, output: 15 } }, [], 0],
  ["of an unknown model, where all must be known", { supernova: { input: 3, output: 15 } }, ["--strict"], 3],
  ["without a list price", { "zeta/open": { input: 3, output: 15 } }, ["--strict"], 3],
  ["held against a platform", { "zeta/open": { input: 0.41, output: 1.22 } }, ["--strict", "--platform", "openrouter"], 0],
  ["no prices", { nova: "cheap" }, [], 2],
  ["no object", [1], [], 2],
  ["no JSON", "nova: 3", [], 2],
])("a plain map %s ends as it should", async (_, map, options, code) => {
  expect((await run("check", fileOf(map), ...options)).code).toBe(code);
});

test("a summary for a pull request says what is off, and steers no Markdown by a name", async () => {
  const map = { nova: { input: 4, output: 15 }, "x|</details> [y](http://z)": { input: 1, output: 1 } };
  const { out } = await run("check", fileOf(map), "--markdown");
  expect(out).toContain("1 of 1 prices are more than 2 % off, data as of 2026-08-22.");
  expect(out).toContain("| nova | OFF | input $4, output $15 | input $3, output $15 | +33.33 %, 0 % | list price of acme/nova |");
  expect(out).toContain(String.raw`x\|\</details\> \[y\](http://z)`);
});

test("standard input is a file too", async () => {
  const stdin = async () => JSON.stringify(USAGE);
  expect((await runHere(["cost", "--usage", "-", "--data", site], { stdin })).code).toBe(0);
});
