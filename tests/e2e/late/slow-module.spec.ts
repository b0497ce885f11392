import { expect, test } from "@playwright/test";
import { builtPages } from "../../../scripts/tools/site/built-page.ts";
import { THOROUGH } from "../axe.ts";
import { chip, clipboard, expectState, MODEL, openSlowly, SCRIPT, stateOf } from "./slow-page.ts";

/** What a reader does before a page's module is there, or before its data are, is done: no text, choice, click or tap is lost. */

test.beforeEach(async ({ context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
});

test("the finder takes text, filters, boxes and orders, the caret where it was", async ({ page }) => {
  const search = page.locator("#finder [name=q]");
  await openSlowly(page, "/", {
    beforeScript: async () => {
      await page.locator("summary").click();
      await page.locator("[name=open-weights]").selectOption("no");
      await page.getByRole("checkbox").nth(0).check();
      await page.getByRole("checkbox").nth(1).check();
      await page.getByRole("checkbox").nth(0).uncheck();
      await page.locator("[name=workload]").selectOption("coding-agent");
      await search.pressSequentially("cude");
    },
    beforeData: async () => {
      await page.locator("[name=sort]").selectOption("context");
      await search.press("ArrowLeft");
      await search.press("ArrowLeft");
      await search.press("ArrowLeft");
      await search.pressSequentially("la");
    },
  });
  const capability = await page.getByRole("checkbox").nth(1).inputValue();
  await expectState(page, { q: "claude", "open-weights": "no", capability, workload: "coding-agent", sort: "context" });
  await expect(page.locator("#finder p output")).toContainText(" of ");
  await expect(page.getByRole("checkbox").nth(0)).not.toBeChecked();
  await expect(page.getByRole("checkbox").nth(1)).toBeChecked();
  await expect(page.locator("[name=open-weights]")).toHaveValue("no");
  expect(await search.evaluate((field) => field instanceof HTMLInputElement && field.selectionStart)).toBe("cla".length);
});

test("the search in the head takes what was typed and Enter before its script and its index are there", async ({ page }) => {
  const head = page.locator("#q");
  await openSlowly(page, "/about/", {
    beforeScript: () => head.pressSequentially("gpt4"),
    beforeData: async () => {
      await head.pressSequentially("o");
      await head.press("Enter");
    },
  });
  await expect(page).toHaveURL(/\/models\/openai\/gpt-4o\/$/);
});

test("a maker's list takes text and choices, laid over the address it was opened with", async ({ page }) => {
  const search = page.locator("#finder [name=q]");
  await openSlowly(page, "/models/anthropic/?sort=context", {
    beforeScript: async () => {
      await page.locator("summary").click();
      await search.fill("opus");
    },
    beforeData: async () => {
      await page.locator("[name=min-context]").selectOption("200000");
    },
  });
  await expectState(page, { q: "opus", sort: "context", "min-context": "200000" });
  await expect(page.locator("#finder p output")).toContainText(" of ");
});

test("a model's offers take one chip after the other", async ({ page }) => {
  await openSlowly(page, MODEL, {
    beforeScript: () => chip(page, "Coding agents").click(),
    beforeData: () => chip(page, "Filter…").click(),
  });
  await expectState(page, { workload: "coding-agent", show: "filters" });
  await expect(page.getByRole("form", { name: "Filter offers" })).toBeVisible();
  await expect(chip(page, "Coding agents")).toHaveAttribute("aria-current", "true");
});

test("a ranking takes numbers and makers, and copies the link to them", async ({ page }) => {
  await openSlowly(page, "/best/chat/", {
    beforeScript: async () => {
      await page.locator("#best summary").click();
      await page.getByLabel("Input tokens").fill("5,000");
      await page.getByLabel("Only models of").selectOption("openai");
      await page.getByLabel("Only models of").selectOption("anthropic");
    },
    beforeData: async () => {
      await page.getByLabel("Requests").fill("700");
      await page.getByRole("button", { name: "Copy first rows with link" }).click();
    },
  });
  await expect(page.locator("#share output")).toHaveText("Title, link and first rows copied.");
  await expectState(page, { in: "5000", requests: "700", maker: "anthropic,openai" });
  expect(await clipboard(page)).toContain(`](${page.url()})`);
});

test("the rows of a kept day are copied as they were kept", async ({ page }) => {
  const day = snapshotDay();
  await openSlowly(page, `/best/chat/?as-of=${day}`, {
    beforeScript: () => page.getByRole("button", { name: "Copy table as Markdown" }).click(),
    beforeData: async () => undefined,
  });
  await expect(page.locator("#share output")).toHaveText("Table copied.");
  await expect(page.getByRole("region", { name: "Kept rows" })).toContainText("as they were kept");
  expect(await clipboard(page)).toContain(page.url());
  const lines = (await clipboard(page)).split("\n").filter((line) => line.startsWith("|"));
  expect(lines).toHaveLength((await page.locator("#ranking-table tbody tr").count()) + 2);
});

test("the citation of a kept day is copied once the page is touched", async ({ page }) => {
  await openSlowly(page, `/best/chat/as-of/${snapshotDay()}/`, {
    beforeScript: () => page.locator("#citation").hover(),
  });
  await page.getByRole("button", { name: "Copy the citation" }).click();
  await expect(page.getByText("Copied.")).toBeVisible();
  expect(await clipboard(page)).toContain(`/best/chat/as-of/${snapshotDay()}/`);
});

/** Opened with a model of one's own every week. */
for (const search of THOROUGH ? ["", "?model=openai/gpt-5.4"] : [""]) {
  test(`the calculator takes presets, numbers, models and words about payment: opened with “${search}”`, async ({ page }) => {
    await openSlowly(page, `/calculator/${search}`, {
      beforeScript: async () => {
        await page.locator("[data-preset=coding-agent]").click();
        await page.locator("[name=requests]").fill("250,000");
        await page.locator("[name=pay]").selectOption("crypto");
      },
      beforeData: async () => {
        await page.getByRole("button", { name: "+ another model" }).click();
        await page.locator("[name=budget]").fill("500");
        await page.getByRole("button", { name: "Copy link", exact: true }).click();
      },
    });
    await expect(page.locator("#share output")).toHaveText("Link copied.");
    await expect(page.locator("[name=requests]")).toHaveValue("250,000");
    await expect(page.locator(".line")).toHaveCount(2);
    expect(stateOf(page)).toMatchObject({ workload: "coding-agent", requests: "250000", pay: "crypto", budget: "500" });
    expect(new URL(page.url()).searchParams.has("model2")).toBe(true);
    expect(await clipboard(page)).toBe(page.url());
  });
}

test("the changes take each choice as a step that can be gone back", async ({ page }) => {
  await openSlowly(page, "/changes/", {
    beforeScript: async () => {
      await page.getByLabel("Direction").selectOption("cuts");
      await page.getByLabel("Size").selectOption("50");
      await page.getByLabel("Size").selectOption("25");
    },
  });
  await expectState(page, { direction: "cuts", "min-change": "25" });
  await expect(page.locator("#change-filter output")).toContainText(" of ");
  await page.goBack();
  await expectState(page, { direction: "cuts", "min-change": "50" });
  await page.goBack();
  await expectState(page, { direction: "cuts" });
});

test("a comparison takes a name typed before its script is there, and a choice before its data are", async ({ page }) => {
  await openSlowly(page, "/compare/", {
    beforeScript: () => page.getByRole("combobox", { name: "Platforms, up to six" }).pressSequentially("openrouter"),
    beforeData: async () => {
      await page.locator("[name=workload]").selectOption("coding-agent");
    },
  });
  await page.getByRole("option", { name: "OpenRouter", exact: true }).click();
  await expect(page.getByRole("button", { name: "Take OpenRouter away" })).toBeVisible();
  await expectState(page, { p: "openrouter", workload: "coding-agent" });
});

test("of two names typed before the script is there, only the field with the focus shows its list", async ({ page }) => {
  await openSlowly(page, "/compare/", {
    beforeScript: async () => {
      await page.getByRole("combobox", { name: "Platforms, up to six" }).pressSequentially("openrouter");
      await page.getByRole("combobox", { name: "Models, up to six" }).pressSequentially("gpt");
    },
    beforeData: async () => undefined,
  });
  await expect(page.getByRole("option").first()).toContainText("GPT");
  await expect(page.getByRole("listbox")).toHaveCount(1);
  await expect(page.getByRole("combobox", { name: "Platforms, up to six" })).toHaveValue("openrouter");
});

test.describe("where the module never comes", () => {
  test.beforeEach(({ page }) => page.route(SCRIPT, (route) => route.abort()));

  test("a link of a chip leads to its address as without scripts", async ({ page }) => {
    await page.goto(MODEL);
    await chip(page, "Coding agents").click();
    await expectState(page, { workload: "coding-agent" });
  });

  test("Enter in the head's search leads to its address as without scripts", async ({ page }) => {
    await page.goto("/");
    await page.locator("#q").fill("qwen");
    await page.locator("#q").press("Enter");
    await expectState(page, { q: "qwen" });
  });
});

/** The newest day of which the built site has kept rows. */
function snapshotDay(): string {
  const days = builtPages("dist").flatMap(({ path }) => /^\/best\/chat\/as-of\/([\d-]+)\/$/.exec(path)?.[1] ?? []);
  const newest = days.sort().at(-1);
  if (newest === undefined) throw new Error("the built site keeps no day of /best/chat/");
  return newest;
}
