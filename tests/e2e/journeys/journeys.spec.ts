import { readdirSync, readFileSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import { dollars, type Hand, handOf, handsOf, presetOf, priceOf, requestUsd } from "./journeys-page.ts";

/**
 * What people come for, from the first page to the right figures, by mouse, by keyboard and by thumb on a phone. Every figure is computed
 * anew from `data/`. Nothing is opened by an address that somebody would have to know.
 */

/** The most that a journey may take of anybody, in presses, choices and fields. */
const MOST_ACTS = 14;
const OPENROUTER_BY_CARD = 1.055;

/** Finds a model by the box in the head of every page: the first of its results, or its row where the box narrows the list of models. */
async function openModel({ page, press, type, name }: Hand, typed: string, model: string): Promise<void> {
  await page.goto("/");
  await type(page.locator("#q"), typed);
  const option = page.getByRole("option").filter({ hasText: model });
  const row = page.locator("#models tbody tr:not([hidden])").getByRole("link", { name: model, exact: true });
  await expect(option.or(row).first()).toBeVisible();
  const hasOption = await option.first().isVisible();
  if (name === "keyboard" && hasOption) await page.keyboard.press("Enter");
  else await press(hasOption ? option.first() : row);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(model);
}

/** The same in a browser that has never been here. */
async function reopened(page: Page): Promise<Page> {
  const browser = page.context().browser();
  if (browser === null) throw new Error("the page stands in no browser");
  const elsewhere = await (await browser.newContext()).newPage();
  await elsewhere.goto(page.url());
  return elsewhere;
}

const cellOf = (page: Page, platform: string) =>
  page
    .locator("#models-on-platforms-table tr", { has: page.getByRole("link", { name: platform, exact: true }) })
    .locator("td.main");

const finished = (hand: Hand, seconds: number): void => {
  expect(hand.acts()).toBeLessThanOrEqual(MOST_ACTS);
  test.info().annotations.push({ type: "acts", description: `${hand.name}: ${hand.acts()} acts, ${seconds.toFixed(1)} s` });
};

for (const name of handsOf(0))
  test(`by ${name}: Opus 4.8 for a coding agent in the EU, direct, on Bedrock, Vertex and OpenRouter, and the link opens the same`, async ({
    browser,
  }) => {
    const hand = await handOf(browser, name);
    const { page, press, choose } = hand;
    const start = Date.now();
    await openModel(hand, "opus 4.8", "Claude Opus 4.8");
    await press(page.getByRole("button", { name: "Tick to compare" }));
    for (const platform of ["Anthropic", "Amazon Bedrock", "Google Vertex AI", "OpenRouter"])
      await press(page.getByRole("checkbox", { name: `Compare ${platform}`, exact: true }).first());
    await press(page.getByRole("link", { name: "Compare 5" }));
    await choose(page.locator("[name=workload]"), "Coding agents");
    await choose(page.locator("[name=region]"), "EU");
    await expect(page.locator("#compared .answer").first()).toContainText("For coding agents in the EU, Claude Opus 4.8 costs");
    const agent = presetOf("coding-agent");
    expect(agent.cachedShare).toBe(0.85);
    const model = "anthropic/claude-opus-4.8";
    const month = (offer: string) => agent.requests * requestUsd(`${model}@${offer}`, agent);
    // Whole dollars are shown.
    expect(dollars(await cellOf(page, "Amazon Bedrock").innerText())).toBeCloseTo(month("amazon-bedrock;region=eu"), -1);
    expect(Math.abs(dollars(await cellOf(page, "Amazon Bedrock").innerText()) - month("amazon-bedrock;region=eu"))).toBeLessThan(
      1,
    );
    const inEu = ["host=amazon-bedrock;region=eu-west-1", "host=google-vertex;region=europe"];
    const routed = Math.min(...inEu.map((place) => month(`openrouter;${place}`))) * OPENROUTER_BY_CARD;
    expect(Math.abs(dollars(await cellOf(page, "OpenRouter").innerText()) - routed)).toBeLessThan(1);
    // Who names no price in the EU says what it asks elsewhere.
    await expect(cellOf(page, "Anthropic")).toContainText(
      `no EU price $${Math.round(month("anthropic")).toLocaleString("en-US")}`,
    );
    await expect(cellOf(page, "Google Vertex AI")).toContainText("no EU price $");
    finished(hand, (Date.now() - start) / 1_000);
    // The address follows when the choices pause.
    await expect(page).toHaveURL(/region=eu&workload=coding-agent$/);
    const shown = await page.locator("#compared").innerText();
    const elsewhere = await reopened(page);
    await expect(elsewhere.locator("#compared .answer").first()).toBeVisible();
    if (name !== "thumb") await expect.poll(() => elsewhere.locator("#compared").innerText()).toBe(shown);
    else await expect(cellOf(elsewhere, "OpenRouter")).toHaveText(await cellOf(page, "OpenRouter").innerText());
  });

for (const name of handsOf(1))
  test(`by ${name}: $3,000 a month of GPT-5.4 and Gemini 3.1 Pro on OpenRouter, against direct, the clouds and TokenMart`, async ({
    browser,
  }) => {
    const hand = await handOf(browser, name);
    const { page, press, type } = hand;
    const start = Date.now();
    await page.goto("/");
    await press(page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Calculator" }));
    await press(page.getByText("Paste your bill, a model mix or a response’s usage"));
    await type(page.getByLabel("Bill, model mix or usage"), "gpt-5.4, $2,000\ngemini 3.1 pro, $1,000");
    await press(page.getByRole("button", { name: "Gemini 3.1 Pro Preview", exact: true }));
    await expect(page.locator("#answer")).toContainText(/^\$3,000\.00 at OpenRouter pays for [\d,]+ requests a month/);
    finished(hand, (Date.now() - start) / 1_000);
    const chat = presetOf("chat");
    const lines = [
      { usd: 2_000, model: "openai/gpt-5.4", direct: "openai", cloud: "azure" },
      { usd: 1_000, model: "google/gemini-3.1-pro-preview", direct: "google", cloud: "google-vertex" },
    ];
    const total = (place: (line: (typeof lines)[number]) => string) =>
      lines.reduce((sum, line) => {
        const requests = line.usd / OPENROUTER_BY_CARD / requestUsd(`${line.model}@openrouter`, chat);
        return sum + requests * requestUsd(`${line.model}@${place(line)}`, chat);
      }, 0);
    const monthAt = async (row: string) =>
      dollars(
        await page
          .locator("#bill tr", { has: page.getByRole("rowheader", { name: row }) })
          .first()
          .locator("td.main")
          .innerText(),
      );
    expect(await monthAt("OpenRouter")).toBeCloseTo(3_000, 0);
    expect(await monthAt("Direct from each maker")).toBeCloseTo(
      total(({ direct }) => direct),
      0,
    );
    expect(await monthAt("At the clouds")).toBeCloseTo(
      total(({ cloud }) => cloud),
      0,
    );
    await expect(page.locator("#bill")).toContainText("TokenMart");
  });

for (const name of handsOf(2))
  test(`by ${name}: when DeepSeek changed V4 Flash’s own price, by how much, and following it`, async ({ browser }) => {
    const hand = await handOf(browser, name);
    const { page, press } = hand;
    const start = Date.now();
    await openModel(hand, "deepseek v4 flash 0423", "DeepSeek V4 Flash 0423");
    const moves = ownMoves("deepseek/deepseek-v4-flash@deepseek");
    expect(moves.length).toBeGreaterThan(0);
    const rows = page.getByRole("group", { name: "Price moves" }).getByRole("row");
    for (const { day, before, after } of moves) {
      const percent = (Number(after) / Number(before) - 1) * 100;
      const row = rows.filter({
        hasText: new RegExp(`own price\\s*input\\s*${before}\\s*${after}|List price\\s*input\\s*${before}\\s*${after}`),
      });
      await expect(row).toContainText(day);
      await expect(row).toContainText(`${percent > 0 ? "+" : "−"}${Math.abs(Math.round(percent))}`);
    }
    const follow = page.getByRole("link", { name: "Follow" });
    await expect(follow).toHaveAttribute("href", "/models/deepseek/deepseek-v4-flash.xml");
    await press(follow);
    finished(hand, (Date.now() - start) / 1_000);
  });

for (const name of handsOf(3))
  test(`by ${name}: a wrong price is reported with model, platform, value, source and day filled in`, async ({ browser }) => {
    const hand = await handOf(browser, name);
    const { page, press } = hand;
    const start = Date.now();
    await openModel(hand, "opus 4.8", "Claude Opus 4.8");
    if (name === "thumb") {
      await press(page.locator("#workloads a").first());
      await expect(page.locator("#offers .use").first()).toBeAttached();
      await press(page.locator("#offers tbody tr", { hasText: "Anthropic" }).first().locator("td.main"));
    } else {
      await press(page.locator("#workloads a").first());
      await press(page.getByRole("button", { name: "Use Anthropic", exact: true }));
    }
    const report = page.locator("tr.request").getByRole("link", { name: "Report a wrong price" });
    const fields = new URL((await report.getAttribute("href")) ?? "").searchParams;
    expect(fields.get("model")).toBe("anthropic/claude-opus-4.8");
    expect(fields.get("platform")).toBe("Anthropic");
    expect(fields.get("value")).toContain(`input ${priceOf("anthropic/claude-opus-4.8@anthropic", "input").toFixed(2)}`);
    expect(fields.get("source")).toMatch(/^https:\/\//);
    expect(fields.get("day")).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    finished(hand, (Date.now() - start) / 1_000);
  });

interface HistoryLine {
  readonly day: string;
  readonly offerId: string;
  readonly meter: string;
  readonly condition: string | null;
  readonly old: string | null;
  readonly new: string | null;
  readonly note: string | null;
}

/** The real moves of an offer's input price, as the history has them, oldest first: with the days as pages write them. */
function ownMoves(offerId: string) {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith(".jsonl"));
  const lines = files.toSorted().flatMap((name) => {
    const text = readFileSync(`${FOLDER}/${name}`, "utf8");
    return text.includes(offerId)
      ? text
          .trim()
          .split("\n")
          .map((line): HistoryLine => JSON.parse(line))
      : [];
  });
  const inputs = lines.filter(({ offerId: id, meter }) => id === offerId && meter === "input");
  // What moves on the day it vanishes is told as gone, not as moved.
  const vanished = new Set(inputs.filter(({ note }) => note === "vanished").map(({ day }) => day));
  return inputs.flatMap(({ old, new: now, ...line }) => {
    if (line.condition !== null || line.note !== null || vanished.has(line.day)) return [];
    if (old === null || now === null) return [];
    return [{ day: DAY.format(new Date(line.day)), before: Number(old).toFixed(2), after: Number(now).toFixed(2) }];
  });
}

const FOLDER = "data/generated/history/2026";
const DAY = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
