import { createHash } from "node:crypto";
import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";

const LEFT_BEHIND = new Set([".git", "node_modules", "dist", ".astro", ".cache", "test-results", "playwright-report"]);

/** The working tree without its history in a folder of its own, with the packages installed here: what runs there meets nothing that runs here. */
export function copyRepository(clone: string, { withData }: { readonly withData: boolean }): void {
  const generated = join("data", "generated");
  const isInSnapshot = (path: string) => !LEFT_BEHIND.has(basename(path)) && (withData || path !== generated);
  for (const name of readdirSync(".").filter((entry) => !LEFT_BEHIND.has(entry))) {
    cpSync(name, join(clone, name), { recursive: true, filter: isInSnapshot });
  }
  linkPackages(clone);
}

/** Every package by a link, and the stamp that says they are installed, so that nothing is fetched. */
function linkPackages(clone: string): void {
  mkdirSync(join(clone, "node_modules"));
  for (const name of readdirSync("node_modules").filter((entry) => entry !== ".installed" && entry !== ".cache")) {
    symlinkSync(join(process.cwd(), "node_modules", name), join(clone, "node_modules", name));
  }
  const lock = createHash("sha256").update(readFileSync("package-lock.json")).digest("hex");
  writeFileSync(join(clone, "node_modules", ".installed"), `${lock} ${process.platform} ${process.arch}\n`);
}
