import { expect, test } from "vitest";
import { htmlFaults } from "./html-validity.ts";

const page = (body: string, head = "<title>A page</title>", language = ' lang="en"') =>
  `<!doctype html><html${language}><head><meta charset="utf-8">${head}</head><body><main>${body}</main></body></html>`;

test("nothing to say of a page that is as it should be", async () => {
  expect(await htmlFaults({ html: page('<h1>a</h1><svg role="img" aria-label="x"><path d="M0 0" /></svg>') })).toEqual([]);
});

test.each([
  ["an inline style", page('<h1>a</h1><p style="color:red">x</p>'), "no-inline-style"],
  ["a page without a language", page("<h1>a</h1>", "<title>A page</title>", ""), "element-required-attributes"],
  ["a page without a title", page("<h1>a</h1>", ""), "element-required-content"],
  ["an empty title", page("<h1>a</h1>", "<title></title>"), "empty-title"],
  ["one id twice", page('<h1 id="a">a</h1><p id="a">x</p>'), "no-dup-id"],
  ["a link within a link", page('<h1>a</h1><a href="/">x<a href="/">y</a></a>'), "element-permitted-content"],
  ["a tag left open", page("<h1>a</h1><div><p>x</p>"), "close-order"],
  ["a bare <", page("<h1>a</h1><p>1 < 2</p>"), "no-raw-characters"],
  ["a picture without words", page('<h1>a</h1><img src="/x.png">'), "wcag/h37"],
])("%s is told", async (_, html, rule) => {
  expect((await htmlFaults({ html })).map((fault) => fault.split(":")[0])).toContain(rule);
});
