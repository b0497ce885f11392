import { fileURLToPath } from "node:url";
import react from "@astrojs/react";
import sitemap from "@astrojs/sitemap";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "astro/config";
import { browserModules } from "./scripts/browser-modules.mjs";
import { keptFiles } from "./scripts/kept-files.mjs";
import { dataDay, pageDay } from "./scripts/page-day.mjs";
import { siteRenderer } from "./scripts/site-renderer.ts";
import { socialImages } from "./scripts/social-images.mjs";
import home from "./site.config.json" with { type: "json" };

const asOf = dataDay();
/** What our charts take of a library that Recharts takes whole. */
const island = (name) => fileURLToPath(new URL(`./src/site/islands/${name}.ts`, import.meta.url));

export default defineConfig({
  site: process.env.SITE_URL ?? home.site,
  base: process.env.BASE_PATH ?? "/",
  outDir: process.env.OUT_DIR ?? "./dist",
  output: "static",
  trailingSlash: "always",
  compressHTML: true,
  build: { concurrency: 8, inlineStylesheets: "never" },
  markdown: { syntaxHighlight: false },
  // Embeds say themselves that they are a piece of another page.
  integrations: [
    react(),
    siteRenderer(
      sitemap({
        filter: (page) => !page.includes("/embed/"),
        serialize: (item) => ({ ...item, lastmod: pageDay(item.url, asOf) }),
      }),
    ),
    keptFiles(),
    socialImages(),
  ],

  vite: {
    build: { modulePreload: false },
    plugins: [tailwindcss(), browserModules()],
    resolve: {
      alias: [
        // Recharts' arithmetic. Its file for browsers makes code from text to find the global object, its module does not.
        { find: /^decimal\.js-light$/, replacement: "decimal.js-light/decimal.mjs" },
        { find: /^victory-vendor\/d3-scale$/, replacement: island("d3-scale") },
        { find: /^d3-interpolate$/, replacement: island("d3-interpolate") },
      ],
    },
  },
});
