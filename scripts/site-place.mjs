import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import home from "../site.config.json" with { type: "json" };

/** Where the site will stand, below which path, and into which folder it is built. */
export const sitePlace = (env = process.env) => ({
  site: env.SITE_URL ?? home.site,
  base: env.BASE_PATH ?? "/",
  outDir: env.OUT_DIR ?? "./dist",
});

/** The same as Astro passes it to its integrations: the folder as an address, a slash at its end. */
export const resolvedPlace = (place) => ({ ...place, outDir: pathToFileURL(`${resolve(place.outDir)}/`) });
