import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { PALETTE } from "./palette.ts";

test.each(["global.css", "embed.css"])("pictures have the colours of %s", (sheet) => {
  const css = readFileSync(`src/site/styles/${sheet}`, "utf8");
  const light = new Map([...css.matchAll(/--(\w+): light-dark\((#[0-9a-f]+),/g)].map(([, name, colour]) => [name, colour]));
  expect(Object.fromEntries(Object.keys(PALETTE).map((name) => [name, light.get(name)]))).toEqual(PALETTE);
});
