import { fileURLToPath } from "node:url";
import react from "@astrojs/react";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "astro/config";
import { browserModules } from "./scripts/browser-modules.mjs";
import { keptFiles } from "./scripts/kept-files.mjs";
import { siteMap } from "./scripts/site-map.mjs";
import { sitePlace } from "./scripts/site-place.mjs";
import { siteRenderer } from "./scripts/site-renderer.ts";
import { socialImages } from "./scripts/social-images.mjs";

/** What our charts take of a library that Recharts takes whole. */
const island = (name) => fileURLToPath(new URL(`./src/site/islands/${name}.ts`, import.meta.url));

export default defineConfig({
  ...sitePlace(),
  output: "static",
  trailingSlash: "always",
  compressHTML: true,
  build: { concurrency: 8, inlineStylesheets: "never" },
  markdown: { syntaxHighlight: false },
  // Those that write files are also those of `scripts/kept-build.mjs`.
  integrations: [react(), siteRenderer(siteMap()), keptFiles(), socialImages()],

  vite: {
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
