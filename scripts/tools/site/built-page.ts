import { existsSync, globSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";

/** One page of the built site. */
export interface BuiltPage {
  /** As a browser asks for it, below the base path: `/models/a/b/`, `/404.html`. */
  readonly path: string;
  readonly html: string;
}

/** Every page of a built site, by path. */
export function builtPages(folder: string): readonly BuiltPage[] {
  if (!existsSync(folder)) throw new Error(`there is no ${folder}: run npm run build first`);
  return globSync("**/*.html", { cwd: folder })
    .map((file) => ({ path: pagePath(file), html: readFileSync(join(folder, file), "utf8") }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The values of an attribute in a page, in order: `attributes(html, "href")`. */
export function attributes(html: string, name: string): readonly string[] {
  return [...html.matchAll(new RegExp(`\\s${name}="([^"]*)"`, "g"))].map(([, value = ""]) => unescaped(value));
}

/** What a reader reads: the body without tags, scripts and styles. */
export function visibleText(html: string): string {
  return unescaped(
    html
      .replace(/<head>.*?<\/head>/s, "")
      .replace(/<(script|style)\b.*?<\/\1>/gs, "")
      .replace(/<[^>]+>/g, "\n"),
  );
}

const pagePath = (file: string): string => `/${file.split(sep).join("/")}`.replace(/\/index\.html$/, "/");

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#38": "&", "#39": "'", "#34": '"' };
const unescaped = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|#38|#39|#34);/g, (_, name: string) => ENTITIES[name] ?? "");
