import { expect, test } from "@playwright/test";

interface ClaimRow {
  readonly id: string;
  readonly verdict: string;
  readonly why: string;
  readonly formula: string | null;
  readonly asSaid: { readonly value: string } | null;
}

test("every claim stands on the page under its verdict, and the JSON says the same", async ({ page, request }) => {
  const response = await request.get("/api/v1/claims.json");
  const claims: readonly ClaimRow[] = await response.json();
  await page.goto("/claims/");
  await expect(page.locator("main article")).toHaveCount(claims.length);
  for (const verdict of new Set(claims.map((claim) => claim.verdict))) {
    const shownIds = claims.filter((claim) => claim.verdict === verdict).map(({ id }) => id);
    const section = page.locator("main section").filter({ has: page.locator(`h2#${verdict}`) });
    await expect(section.locator("h2")).toContainText(`: ${shownIds.length}`);
    expect(await section.locator("article").evaluateAll((articles) => articles.map(({ id }) => id))).toEqual(shownIds);
  }
  expect(claims.filter(({ why }) => why === "")).toEqual([]);
});

const RECOMPUTED = [
  ["tokens-800m-openrouter", "$1,635.25"],
  ["tokens-800m-tokenmart", "$1,210.00"],
  ["hundred-buys", "$94.79"],
  ["swing-1000", "$205.00"],
  ["system-prompt-day", "$7.50"],
  ["spread-55-times", "55.6×"],
  ["cached-effective-input", "0.3700 of the input price"],
] as const;

test("claims are recomputed from their own numbers", async ({ page }) => {
  await page.goto("/claims/");
  for (const [id, text] of RECOMPUTED) await expect(page.locator(`#${id} .facts`), id).toContainText(text);
});

test("a formula opens with its numbers, as said and as of the data's day, each with a way to its source", async ({ page }) => {
  await page.goto("/claims/");
  const claim = page.locator("#tokens-800m-openrouter");
  await claim.getByText("How it is computed").click();
  await expect(claim.locator("code").nth(1)).toHaveText("(100M × $5.00 + 200M × $2.50 + 500M × $1.10) × (1 + 5.5 %) = $1,635.25");
  const gemini = claim.getByRole("row", { name: /Gemini 3\.1 Pro/ }).first();
  await expect(gemini.locator("td").first()).toHaveText("$1.10");
  await gemini.getByRole("link").click();
  await expect(page).toHaveURL(/\/models\/google\/gemini-3\.1-pro-preview\/$/);
});

test("the page of disagreements counts every pair of sources and leads to the model", async ({ page }) => {
  await page.goto("/data/disagreements/");
  await expect(page.getByRole("row", { name: /LiteLLM price map and models\.dev/ })).toHaveCount(1);
  const widest = page.getByLabel("Furthest apart").locator("tbody tr").filter({ hasText: "×" }).first();
  const [low = 0, high = 0] = (await widest.locator("td").allInnerTexts()).slice(2).map((text) => Number.parseFloat(text));
  expect(high).toBeGreaterThan(low);
  await widest.locator("th a").click();
  await expect(page.locator("#disagree")).toBeVisible();
});

test("an answer of yes or no stands beside the question it answers", async ({ page }) => {
  await page.goto("/claims/");
  await expect(page.locator("#platform-fee-none .facts div").first()).toHaveText(
    /The question\s*OpenRouter: does buying credit cost a fee\?/,
  );
});
