import type { Page } from "@playwright/test";
import { expect, test } from "@playwright/test";

const MODEL = "anthropic/claude-opus-4.8";

/** The codes a page offers to copy, by their labels. */
async function codesOf(page: Page, path: string): Promise<ReadonlyMap<string, string>> {
  await page.goto(path);
  const link = page.locator("#share").getByRole("link", { name: "Embed" });
  // A ranking leads to its codes; a model's page opens them.
  if ((await link.count()) > 0) await link.click();
  else await page.locator("summary", { hasText: /^Embed$/ }).click();
  const codes = page.locator("p:has(> code.block)");
  await expect(codes.first()).toBeInViewport();
  const lines = await codes.allInnerTexts();
  return new Map(lines.map((line) => [line.split("\n")[0]?.trim() ?? "", line.split("\n").slice(1).join("").trim()]));
}

/** A code made for the public address, for the site under test. */
const here = (code: string, baseURL: string | undefined): string => code.replaceAll(/https:\/\/[^/"]+/g, baseURL ?? "");

for (const { path, isRanking } of [
  { path: `/models/${MODEL}/`, isRanking: false },
  { path: "/best/chat/", isRanking: true },
]) {
  test(`the frames that ${path} offers stand in another page without scripts, on a phone and wider`, async ({
    browser,
    baseURL,
    page,
  }) => {
    const codes = await codesOf(page, path);
    const frames = [...codes].filter(([, code]) => code.startsWith("<iframe"));
    expect(frames).toHaveLength(2);
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 320, height: 700 } });
    for (const [label, code] of frames) {
      const other = await context.newPage();
      await other.setContent(`<!doctype html><title>Other</title><body style="margin:0">${here(code, baseURL)}`);
      const frame = other.frameLocator("iframe");
      await expect(frame.locator("h1"), label).toBeVisible();
      await expect(frame.locator("time")).toHaveText(/^\d+ \w+ \d{4}$/);
      await expect(frame.locator("footer a").last()).toHaveAttribute("target", "_blank");
      await expect(frame.locator("script")).toHaveCount(0);
      if (isRanking) await expect(frame.locator("tbody tr")).toHaveCount(5);
      await other.close();
    }
    await context.close();
  });
}

test("a badge is an image, live and pinned, and leads to its model", async ({ page, baseURL }) => {
  const codes = await codesOf(page, `/models/${MODEL}/`);
  const badges = [...codes.values()].filter((code) => code.startsWith("[!["));
  expect(badges).toHaveLength(2);
  for (const badge of badges) {
    const [, image = "", target = ""] = /\]\(([^)]*)\)\]\(([^)]*)\)/.exec(here(badge, baseURL)) ?? [];
    expect(target).toBe(`${baseURL}/models/${MODEL}/`);
    await page.goto(image);
    await expect(page.locator("title")).toHaveText(/as of \d+ \w+ \d{4}/);
  }
});

test("the image a page is shared with is there, as large as the page says", async ({ page, request, baseURL }) => {
  for (const path of ["/", `/models/${MODEL}/`, "/best/chat/coding/", "/404.html"]) {
    await page.goto(path);
    const content = (name: string) => page.locator(`meta[property="og:image${name}"]`).getAttribute("content");
    const response = await request.get(here((await content("")) ?? "", baseURL));
    expect(response.headers()["content-type"], path).toBe("image/png");
    const png = await response.body();
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([
      Number(await content(":width")),
      Number(await content(":height")),
    ]);
    expect((await content(":alt"))?.length).toBeGreaterThan(20);
  }
});
