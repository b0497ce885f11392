import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { FileRenderer } from "./render-files.ts";
import type { SiteFile } from "./site-file.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "token-parity-render-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const rendererOf = (render: (request: Request, file: SiteFile) => Promise<Response>) =>
  new FileRenderer({ folder, base: "/below/", origin: "https://site.example" }, render);

test("a file holds what its address answers, the page of what is not there among them", async () => {
  const renderer = rendererOf(async ({ url }, { pathname }) => new Response(url, { status: pathname === "/404" ? 404 : 200 }));
  await renderer.renderAll([
    { pathname: "/models/a/b", type: "page" },
    { pathname: "/404", type: "page" },
  ]);
  expect(await renderer.end()).toBe(2);
  expect(readFileSync(join(folder, "models/a/b/index.html"), "utf8")).toBe("https://site.example/below/models/a/b/");
  expect(readFileSync(join(folder, "404.html"), "utf8")).toBe("https://site.example/below/404/");
});

test.each<readonly [string, () => Promise<Response>, string]>([
  ["throws", () => Promise.reject(new Error("no price")), "/models/a/b was not rendered: no price"],
  [
    "answers that it is not there",
    async () => new Response("", { status: 404 }),
    "/models/a/b was not rendered: it answered 404",
  ],
  ["leads elsewhere", async () => Response.redirect("https://site.example/"), "/models/a/b was not rendered: it answered 302"],
])("the address of a file that %s is in the error", async (_, render, message) => {
  const renderer = rendererOf(render);
  await expect(renderer.renderAll([{ pathname: "/models/a/b", type: "page" }])).rejects.toThrow(message);
  await renderer.end();
});
