import { globSync } from "node:fs";
import { sep } from "node:path";
import { basePath } from "./site/base-path.ts";
import { builtPages } from "./site/built-page.ts";
import { brokenLinks } from "./site/links.ts";

/** Follows every link of dist that leads into it. */
const folder = process.env["OUT_DIR"] ?? "dist";
const pages = builtPages(folder);
const files = new Set(globSync("**/*.*", { cwd: folder }).map((file) => `/${file.split(sep).join("/")}`));
const broken = brokenLinks(pages, files, basePath());
for (const link of broken.slice(0, 50)) console.error(link);
console.log(`${pages.length} pages, ${broken.length} broken links`);
process.exitCode = broken.length === 0 ? 0 : 1;
