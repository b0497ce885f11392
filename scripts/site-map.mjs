import sitemap from "@astrojs/sitemap";
import { dataDay, pageDay } from "./page-day.mjs";

/** The map of all pages, each as old as its data. Embeds say themselves that they are a piece of another page. */
export function siteMap(asOf = dataDay()) {
  return sitemap({
    filter: (page) => !page.includes("/embed/"),
    serialize: (item) => ({ ...item, lastmod: pageDay(item.url, asOf) }),
  });
}
