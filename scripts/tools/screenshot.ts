import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { chromium } from "@playwright/test";
import { Command } from "commander";
import sharp from "sharp";
import { installedBrowser } from "../browser.mjs";
import { serveFolder } from "../static-server.ts";

/** The picture in README.md: a page of the built site, light, as wide as a desk. */
const program = new Command("node scripts/tools/screenshot.ts")
  .description("Takes the picture in README.md from the built site.")
  .option("--dir <folder>", "the built site", "dist")
  .option("--page <path>", "below the address of the site", "models/deepseek/deepseek-v4-flash/")
  .option("--out <file>", "a .webp", "docs/model-page.webp")
  .parse();
const { dir, page: path, out } = program.opts<{ dir: string; page: string; out: string }>();
const executablePath = installedBrowser() ?? program.error("No Chromium here: npm run e2e gets one.");

const site = await serveFolder(dir, 0);
const browser = await chromium.launch({ executablePath });
const page = await browser.newPage({ viewport: { width: 1440, height: 1000 }, colorScheme: "light" });
await page.goto(site.address + path);
const picture = await sharp(await page.screenshot())
  .webp({ quality: 82 })
  .toBuffer();
mkdirSync(dirname(out), { recursive: true });
writeFileSync(out, picture);
await browser.close();
await site.close();
console.log(`${out}: ${picture.length} bytes`);
