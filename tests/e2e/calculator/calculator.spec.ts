import { readFileSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import { expectAccessible, sidewaysPixels } from "../axe.ts";
import { billOf, dollars, inFreshBrowser, open, PATH } from "./calculator-page.ts";

const LINES = ["anthropic/claude-opus-4.7", "openai/gpt-5.4", "google/gemini-3.1-pro-preview"];
/** The 800M-token table of three models, as an article of 2026-05-09 has it: its tokens, its prices, no bonus. */
const ARTICLE =
  "?workload=chat&model=anthropic/claude-opus-4.7&million-in=100&price=openrouter:5,tokenmart:4.25" +
  "&model2=openai/gpt-5.4&million-in2=200&price2=openrouter:2.5,tokenmart:2" +
  "&model3=google/gemini-3.1-pro-preview&million-in3=500&price3=openrouter:1.1,tokenmart:0.77" +
  "&top-up=50&platform=openrouter,tokenmart";

/** No two of the same share one after the other: what is read for one is not what stood there for the one before. */
const TOP_UPS = [
  { topUp: "5", share: 0.16 },
  { topUp: "14.55", share: 0.055 },
  { topUp: "10", share: 0.08 },
  { topUp: "100", share: 0.055 },
];

test.beforeEach(async ({ context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
});

async function monthAt(page: Page, platform: string): Promise<string | undefined> {
  return (await billOf(page)).get(platform)?.["Monthly cost"];
}

test("the page is complete without scripts: a month with its parts, as scripts compute it, break-even points, formulas, links", async ({
  page: scripted,
  browser,
}) => {
  const page = await browser.newPage({ javaScriptEnabled: false });
  await page.goto(PATH);
  const built = await billOf(page);
  expect(built.size).toBeGreaterThan(10);
  await expect(page.locator("#answer")).toContainText("Claude Opus 4.8 costs $");
  await expect(page.locator("#points")).toContainText("above 0.28 re-reads");
  await expect(page.locator("#points")).toContainText("above 1.11 re-reads");
  await expect(page.locator("pre")).toContainText("max(top-up · percent, minimum)");
  await expect(page.locator(".examples a")).toHaveCount(7);
  await expect(page.locator("#calculator")).toBeHidden();
  await expect(page.locator("main noscript p")).toBeVisible();
  await expect(page.locator("main noscript p")).toContainText("Your own numbers need JavaScript, which is off.");
  await page.close();
  await open(scripted, "?workload=chat");
  await expect.poll(() => billOf(scripted)).toEqual(built);
});

test("the 800M-token table of three models is one link: $1,635.25 against $1,210.00, leaves as Markdown and as CSV, asks nobody else and complains of nothing", async ({
  page,
  baseURL,
}) => {
  const [urls, complaints]: [string[], string[]] = [[], []];
  page.on("request", (request) => urls.push(request.url()));
  page.on("console", (message) => complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  await open(page, ARTICLE);
  await expect.poll(() => monthAt(page, "OpenRouter")).toBe("$1,635.25");
  expect(await monthAt(page, "TokenMart")).toBe("$1,210.00");
  await expect(page.locator("#bill i", { hasText: "your own price" })).toHaveCount(6);
  expect(new URL(page.url()).search).toBe(ARTICLE);
  await page.getByRole("button", { name: "Copy table as Markdown" }).click();
  await expect(page.locator("#share output")).toHaveText("Table copied.");
  const markdown = await page.evaluate(() => navigator.clipboard.readText());
  expect(markdown).toContain("| Platform | Monthly cost |");
  expect(markdown).toMatch(/TokenMart.* \$1,210\.00 /);
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download CSV" }).click();
  const csv = readFileSync(await (await download).path(), "utf8").split("\n");
  expect(csv[0]).toMatch(/^Platform,Monthly cost,"vs list price, %",/);
  expect(csv.find((line) => line.startsWith("OpenRouter,"))).toMatch(
    /^OpenRouter,1635\.25,-?[\d.]+,.*Gemini 3\.1 Pro Preview: your own price/,
  );
  expect(csv.filter((line) => /(^|,)"?[=+@]/.test(line))).toEqual([]);
  await expect(page.locator("#share output")).toHaveText("CSV saved.");
  expect(urls.filter((url) => !url.startsWith(`${baseURL}/`) && !url.startsWith(`blob:${baseURL}/`))).toEqual([]);
  expect(complaints).toEqual([]);
});

test("the same table at today's prices is what its example says", async ({ page }) => {
  await page.goto(PATH);
  const example = page.locator(".examples div").first();
  const parts = (await example.locator(".muted").innerText()).split(" · ");
  await example.getByRole("link").click();
  await expect(page.locator('[name="model3"]')).toHaveValue(LINES[2] ?? "");
  await expect(async () => {
    const bill = await billOf(page);
    expect(parts.length).toBeGreaterThan(0);
    for (const text of parts) expect(text).toMatch(/^(OpenRouter|TokenMart) \$/);
    for (const text of parts) expect(bill.get(text.split(" $")[0] ?? "")?.["Monthly cost"]).toBe(`$${text.split(" $")[1]}`);
  }).toPass();
});

test("GPT-5.4 at 300,000 prompt tokens is billed whole at the upper tier", async ({ page, request }) => {
  const { offers } = await (await request.get("/api/v1/models/openai/gpt-5.4.json")).json();
  const ownOffer = offers.find(({ id }: { id: string }) => id === "openai/gpt-5.4@openrouter");
  const tier = ownOffer.conditions.find((condition: object) => "promptTokensAbove" in condition);
  expect(tier.promptTokensAbove).toBe(272_000);
  const shape = "?model=openai/gpt-5.4&requests=1000&out=0&cached=0&platform=openrouter&in=";
  await open(page, `${shape}300000`);
  await expect.poll(async () => dollars((await billOf(page)).get("OpenRouter")?.["Input"])).toBe(300 * Number(tier.prices.input));
  await page.locator('[name="in"]').fill("272000");
  await expect
    .poll(async () => dollars((await billOf(page)).get("OpenRouter")?.["Input"]))
    .toBe(272 * Number(ownOffer.prices.input));
});

test("OpenRouter by card costs 5.5 %, and what is below its least fee more", async ({ page }) => {
  await open(page, "?model=openai/gpt-5.4&million-in=1000&platform=openrouter");
  for (const { topUp, share } of TOP_UPS)
    await test.step(`${share * 100} % on a $${topUp} top-up`, async () => {
      await page.locator('[name="top-up"]').fill(topUp);
      await expect(async () => {
        const row = (await billOf(page)).get("OpenRouter");
        expect(dollars(row?.["Credit purchase fee"]) / dollars(row?.["Input"])).toBeCloseTo(share, 4);
      }).toPass();
    });
});

test("what is typed stands in the address, and opens with the same numbers in a fresh browser", async ({ page, browser }) => {
  await open(page, "?model=openai/gpt-5.4");
  await page.getByRole("button", { name: "+ another model" }).click();
  await page.locator('[name="model2"]').fill("Claude Sonnet 4.6");
  await page.locator('[name="requests2"]').fill("12,500");
  await page.locator('[name="batch2"]').fill("40%");
  await page.locator('[name="budget"]').fill("500");
  await page.getByText("Your own prices and discounts").click();
  await page.getByRole("button", { name: "+ discount" }).click();
  await page.locator('[name="discount-platform"]').fill("azure");
  await page.locator('[name="discount-percent"]').fill("12.5");
  await page.getByRole("button", { name: "+ own price" }).click();
  await page.locator('[name="price-platform"]').fill("OpenRouter");
  await page.locator('[name="price-line"]').selectOption("1");
  await page.locator('[name="price-input"]').fill("2.70");
  const search =
    "?workload=chat&model=openai/gpt-5.4&model2=anthropic/claude-sonnet-4.6&requests2=12500&batch2=40&price2=openrouter:2.7&budget=500&discount=azure:12.5";
  await expect.poll(() => new URL(page.url()).search).toBe(search);
  const numbers = (at: Page) => at.locator("#bill").innerText();
  await expect.poll(() => numbers(page)).toContain("your own price");
  await page.getByRole("button", { name: "Copy link" }).click();
  await expect(page.locator("#share output")).toHaveText("Link copied.");
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(new URL(link).search).toBe(search);
  const here = await numbers(page);
  expect(
    await inFreshBrowser(browser, link, async (fresh) => {
      await expect.poll(() => numbers(fresh)).toBe(here);
      return fresh.locator('[name="requests2"]').inputValue();
    }),
  ).toBe("12,500");
});

test("a preset fills in every line and keeps the models", async ({ page }) => {
  await open(page, "?model=openai/gpt-5.4&in=5");
  await page.getByRole("link", { name: "Coding agents" }).click();
  await expect(page.locator('[name="in"]')).toHaveValue("60,000");
  await expect(page.locator('[name="model"]')).toHaveValue("openai/gpt-5.4");
  await expect.poll(() => new URL(page.url()).search).toBe("?workload=coding-agent&model=openai/gpt-5.4");
});

const USAGES = [
  [
    "OpenAI",
    {
      model: "gpt-5.4-2026-03-05",
      usage: { prompt_tokens: 3_000, completion_tokens: 250, prompt_tokens_details: { cached_tokens: 1_500 } },
    },
    { model: "openai/gpt-5.4", in: "3,000", out: "250", cached: "50", written: "0" },
  ],
  [
    "Anthropic",
    {
      model: "claude-opus-4-7",
      usage: { input_tokens: 100, cache_read_input_tokens: 700, cache_creation_input_tokens: 200, output_tokens: 80 },
    },
    { model: "anthropic/claude-opus-4.7", in: "1,000", out: "80", cached: "70", written: "20" },
  ],
  [
    "OpenRouter",
    {
      model: "google/gemini-3.1-pro-preview",
      usage: {
        prompt_tokens: 2_000,
        completion_tokens: 10,
        cost: 0.1,
        prompt_tokens_details: { cached_tokens: 0, cache_write_tokens: 500 },
      },
    },
    { model: "google/gemini-3.1-pro-preview", in: "2,000", out: "10", cached: "0", written: "25" },
  ],
] as const;

test("usage pasted as OpenAI, Anthropic or OpenRouter return it fills in the line, several make a mix, and none leaves the browser", async ({
  page,
  baseURL,
}) => {
  const sent: string[] = [];
  page.on("request", (request) => sent.push(`${request.method()} ${request.url()} ${request.postData() ?? ""}`));
  await open(page, "?workload=chat");
  await page.getByText("Paste your bill, a model mix or a response’s usage").click();
  for (const [who, body, fields] of USAGES)
    await test.step(who, async () => {
      await page.locator("#usage").fill(JSON.stringify(body));
      for (const [name, value] of Object.entries(fields)) await expect(page.locator(`[name="${name}"]`)).toHaveValue(value);
      await expect(page.locator("#calculator output")).toContainText("1 response read");
    });
  await page.locator("#usage").fill(USAGES.map(([, body]) => JSON.stringify(body)).join("\n"));
  await expect(page.locator(".line")).toHaveCount(3);
  await expect(page.locator("#bill")).toContainText("Sells every model");
  expect(sent.filter((line) => !line.startsWith(`GET ${baseURL}/`) || line.includes('usage"'))).toEqual([]);
});

const JUNK = [
  ["?in=abc", "in", "“abc” is not a whole number from 0 to 100,000,000. 2,000 is used."],
  ["?top-up=-5", "top-up", "“-5” is not a number from 1 to 1,000,000. 100 is used."],
  ["?cached=80&written=40", "written", "Read and written are over 100 % of the input together. 20 is used."],
  ["?platform=nowhere", "platform", "No platform here is called “nowhere”."],
] as const;

test("junk in the address is told beside its field", async ({ page }) => {
  for (const [search, name, message] of JUNK)
    await test.step(search, async () => {
      await open(page, search);
      const field = page.locator(`[name="${name}"]`);
      await expect(field).toHaveAttribute("aria-invalid", "true");
      await expect(field).toHaveAccessibleDescription(message);
      expect((await billOf(page)).size).toBeGreaterThan(0);
    });
});

test("junk typed into a field is told beside it while a default is billed, and goes when it is mended", async ({ page }) => {
  await open(page, "?workload=chat");
  const before = await billOf(page);
  const field = page.locator('[name="out"]');
  await field.fill("lots");
  await expect(page.getByText("“lots” is not a whole number")).toBeVisible();
  expect(await billOf(page)).toEqual(before);
  await field.fill("1k");
  await expect(page.getByText("“lots” is not a whole number")).toBeHidden();
  await expect.poll(() => new URL(page.url()).search).toBe("?workload=chat&model=anthropic/claude-opus-4.8&out=1000");
});

test("with everything open and messages standing nothing scrolls sideways at 320 px, and axe finds nothing to object to", async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 800 });
  await open(page, `${ARTICLE.replace("&top-up=50", "")}&requests2=x&top-up=x&discount=azure:5&budget=500&out=${"9".repeat(60)}`);
  await page.getByText("Paste your bill, a model mix or a response’s usage").click();
  expect(await sidewaysPixels(page)).toBe(0);
  await expectAccessible(page);
});
