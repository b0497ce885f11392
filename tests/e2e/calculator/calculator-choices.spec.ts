import { expect, test } from "@playwright/test";
import { expectAccessible } from "../axe.ts";
import { billOf, dollars, inFreshBrowser, open } from "./calculator-page.ts";

/** What a reader asks the calculator that its presets do not say: other names, regions, platforms, a bill already paid. */

test("a model nobody knows has no answer, names the nearest, and is billed once one is chosen", async ({ page }) => {
  await open(page, "?model=Gemini+3.1+Pro");
  await expect(page.locator("#answer")).toHaveText(
    /^No answer yet\. No model here is called “Gemini 3\.1 Pro”\. Nearest: .*Gemini 3\.1 Pro Preview/,
  );
  await expect(page.locator("#bill")).toBeHidden();
  await expect(page.locator('[name="model"]')).toHaveAttribute("aria-invalid", "true");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Gemini 3.1 Pro Preview", exact: true }).click();
  await expect(page.locator("#answer")).toContainText("Gemini 3.1 Pro Preview costs $");
  await expect(page.locator("#bill")).toBeVisible();
  await expect.poll(() => new URL(page.url()).search).toBe("?workload=chat&model=google/gemini-3.1-pro-preview");
  await page.locator('[name="model"]').fill("eu.anthropic.claude-opus-4-8");
  await expect.poll(() => new URL(page.url()).search).toBe("?workload=chat&model=anthropic/claude-opus-4.8");
});

test("where a model’s prices do not load no other month’s figures stay, and the next change asks again", async ({ page }) => {
  await open(page, "?workload=chat");
  await page.route("**/gpt-5.4.json", (route) => route.abort());
  await page.locator('[name="model"]').fill("openai/gpt-5.4");
  await expect(page.locator("#answer")).toHaveText(/^No answer yet\. The prices of a model did not load/);
  await expect(page.locator("#bill")).toBeHidden();
  await page.unroute("**/gpt-5.4.json");
  await page.locator('[name="requests"]').fill("5000");
  await expect(page.locator("#answer")).toContainText("GPT-5.4 costs $");
  await expect(page.locator("#bill")).toBeVisible();
});

test("a number that may be two is neither, and says so beside its field", async ({ page }) => {
  await open(page, "?workload=chat");
  const field = page.locator('[name="requests"]');
  await field.fill("1.000");
  await expect(field).toHaveAccessibleDescription(/“1\.000” may be 1 or 1000/);
  await expect(page.locator("#answer")).toContainText("No answer yet.");
  await expect(page.locator("#bill")).toBeHidden();
  await field.fill("1000");
  await expect(page.locator("#bill")).toBeVisible();
  await expect.poll(() => new URL(page.url()).search).toContain("&requests=1000");
});

test("Opus 4.8 for a coding agent in the EU is a link: regions and platforms are chosen, and the headline says where", async ({
  page,
  browser,
}) => {
  await open(page, "?workload=coding-agent&model=anthropic/claude-opus-4.8");
  await page.locator('[name="region"]').selectOption("eu");
  await expect(page.locator("#answer")).toContainText("in the EU costs $");
  const inEu = await billOf(page);
  expect([...inEu.keys()]).toContain("Amazon Bedrock");
  expect([...inEu.keys()]).not.toContain("Anthropic");
  await page.getByText("Platforms: all").click();
  await page.getByLabel("Find a platform").fill("bedr");
  await page.getByRole("checkbox", { name: "Amazon Bedrock" }).check();
  const search = "?workload=coding-agent&model=anthropic/claude-opus-4.8&platform=amazon-bedrock&region=eu";
  await expect.poll(() => new URL(page.url()).search).toBe(search);
  await expect.poll(async () => [...(await billOf(page)).keys()]).toEqual(["Amazon Bedrock"]);
  const answer = await page.locator("#answer").innerText();
  await inFreshBrowser(browser, page.url(), (fresh) => expect(fresh.locator("#answer")).toHaveText(answer));
});

test("$3,000 a month at OpenRouter for two models is held against the makers, the clouds and TokenMart", async ({ page }) => {
  await open(page, "?workload=chat&model=openai/gpt-5.4&model2=google/gemini-3.1-pro-preview");
  await expect(page.locator('[name="model2"]')).toHaveValue("google/gemini-3.1-pro-preview");
  for (const [index, by] of (await page.locator('.line select[name^="by"]').all()).entries()) {
    await by.selectOption("paid");
    await page.locator(`[name="paid${index === 0 ? "" : index + 1}"]`).fill("1500");
  }
  const search = "?workload=chat&model=openai/gpt-5.4&paid=1500&model2=google/gemini-3.1-pro-preview&paid2=1500";
  await expect.poll(() => new URL(page.url()).search).toBe(search);
  await expect(page.locator("#answer")).toContainText(
    /^\$3,000\.00 at OpenRouter pays for [\d,]+ requests a month, fees included\./,
  );
  const bill = await billOf(page);
  // Requests are whole: the bill comes back to half the price of one for each line.
  expect(Math.abs(dollars(bill.get("OpenRouter")?.["Monthly cost"]) - 3_000)).toBeLessThan(0.02);
  expect(bill.get("OpenRouter")?.["vs your bill"]).toBe("= your bill");
  // OpenRouter asks the makers' prices and 5.5 % on top.
  expect(dollars(bill.get("Direct from each maker")?.["Monthly cost"])).toBeCloseTo(3_000 / 1.055, 1);
  expect(bill.has("TokenMart")).toBe(true);
});

test("a bill starts from what the line costs now, and a further model counts its bill too and is another one", async ({
  page,
}) => {
  await open(page, "?model=openai/gpt-5.4&requests=50000");
  const atOpenrouter = (await billOf(page)).get("OpenRouter")?.["Monthly cost"];
  await page.locator('[name="by"]').selectOption("paid");
  await expect(page.locator('[name="paid"]')).not.toHaveValue("0");
  expect(dollars(await page.locator('[name="paid"]').inputValue())).toBe(dollars(atOpenrouter));
  await expect(page.locator("#answer")).toContainText("at OpenRouter pays for 50,000 requests a month");
  await page.getByRole("button", { name: "+ another model" }).click();
  await expect(page.locator('[name="by2"]')).toHaveValue("paid");
  await expect(page.locator('[name="model2"]')).not.toHaveValue("openai/gpt-5.4");
  await expect(page.locator("#answer")).toContainText("a month against your bill");
  await expect
    .poll(() => new URL(page.url()).search)
    .toMatch(/model=openai\/gpt-5\.4&paid=[\d.]+&model2=[\w./-]+&paid2=(?!0(&|$))[\d.]+/);
});

test("a pasted bill becomes lines of what is paid; what is no model’s is told, and an amount that may be two stands as it is written, with both readings", async ({
  page,
}) => {
  await open(page, "?workload=chat");
  await page.getByText("Paste your bill, a model mix or a response’s usage").click();
  await page.locator("#usage").fill("gpt-5.4: 2,000");
  const field = page.locator('[name="paid"]');
  await expect(field).toHaveValue("2,000");
  await expect(field).toHaveAccessibleDescription(/“2,000” may be 2 or 2000/);
  await expect(page.locator("#answer")).toContainText("No answer yet.");
  await page.locator("#usage").fill("model,input tokens,output tokens\nanthropic/claude-opus-4.8,1000000,200000");
  await expect(page.locator("#calculator output")).toContainText("Nothing was changed.");
  await page.locator("#usage").fill("gpt-5.4: 2,000");
  await page.locator("#usage").fill("what is this");
  await expect(page.locator("#calculator output")).toContainText("Nothing was changed.");
  await page
    .locator("#usage")
    .fill('Date,Model,"Cost, USD"\n1 Nov,gpt-5.4,"1,500.25"\n2 Nov,GPT-5.4,499.75\n2 Nov,claude-opus-4-8,1000\n,Total,3000');
  await expect(page.locator("#calculator output")).toContainText("2 models read.");
  await expect(page.locator("#calculator output")).toContainText("Left out: Total, 3000.");
  const search = "?workload=chat&model=openai/gpt-5.4&paid=2000&model2=anthropic/claude-opus-4.8&paid2=1000";
  await expect.poll(() => new URL(page.url()).search).toBe(search);
  await expect(page.locator("#answer")).toContainText(/^\$3,000\.00 at OpenRouter pays for/);
});
