import { expect, test } from "@playwright/test";

/** Code that comes when it is asked for and does not: the page says so where it was asked for. */

const MODEL = "/models/z-ai/glm-5.2/";

for (const { what, file, path, press, said } of [
  {
    what: "codes to embed",
    file: "embed-codes",
    path: MODEL,
    press: "#embed summary",
    said: "The codes did not load. Please reload the page.",
  },
  {
    what: "cheaper models for another workload",
    file: "switch-view",
    path: MODEL,
    press: "#workloads a[href*=rag]",
    said: "These models did not load. Please reload the page.",
  },
  { what: "ticks", file: "tray-ticks", path: "/", press: "[data-tick]", said: "That did not load. Please reload the page." },
  {
    what: "files of the list of models",
    file: "finder-saves",
    path: "/?sort=name",
    press: ".saves [data-share=csv]",
    said: "That did not load. Please reload the page.",
  },
  {
    what: "the file of differences",
    file: "sync",
    path: "/deltas/",
    press: "[name=csv]",
    said: "That did not load. Please reload the page.",
  },
] as const) {
  test(`without the code of ${what} the page says so`, async ({ page }) => {
    await page.route(new RegExp(`/_astro/${file}\\.`), (route) => route.abort());
    await page.goto(path);
    const fold = page.locator("#finder details:not([open]) > summary");
    if (press.startsWith(".saves")) await fold.click();
    await page.locator(press).first().click();
    await expect(page.getByText(said, { exact: true })).toBeVisible();
  });
}

test("without the code of messages below fields each stands once at the end of the form, and goes with its fault", async ({
  page,
}) => {
  await page.route(/\/_astro\/problem-notes\./, (route) => route.abort());
  await page.goto("/calculator/");
  const requests = page.locator("#calculator [name=requests]");
  for (const junk of ["many", "very many"]) await requests.fill(junk);
  const problems = page.locator("form .problem");
  await expect(problems).toHaveText([/^“very many” is not a whole number/]);
  await requests.fill("700");
  await expect(problems).toHaveText([""]);
});
