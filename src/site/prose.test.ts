import { expect, test } from "vitest";
import { partLinks, proseHtml } from "./prose.ts";

test("a path at the head of a row breaks after its slashes, its address does not", () => {
  const html = proseHtml("| File | What |\n| --- | --- |\n| [/api/v1/index.json](https://x.example/api/v1/index.json) | all |\n");
  expect(html).toContain('href="https://x.example/api/v1/index.json">/api/<wbr>v1/<wbr>index.json</a></th>');
});

test("a column of figures ends at the right, head and cells alike; one that heads the rows begins at the left", () => {
  const html = proseHtml("| Top-up | Fee |\n| --- | --- |\n| $5.00 | $0.80 |\n");
  expect(html).toContain('<th scope="col">Top-up</th><th scope="col" data-num>Fee</th>');
  expect(html).toContain('<th scope="row">$5.00</th><td data-num>$0.80</td>');
});

test("a column of a few words a cell stands on one line, one of sentences breaks", () => {
  const html = proseHtml("| Platform | Kind | Note |\n| --- | --- | --- |\n| A | router | It sells what hosts run. |\n");
  expect(html).toContain('<td>router</td><td class="wrap">It sells what hosts run.</td>');
});

test("the links to a page's parts have the fragments of its headings", () => {
  const markdown = "# Data\n\n## How each platform’s price is read\n\n### A detail\n\n## Left out, by reason\n";
  const links = partLinks(markdown);
  expect(links).toEqual([
    { href: "#how-each-platform-s-price-is-read", text: "How each platform’s price is read" },
    { href: "#left-out-by-reason", text: "Left out, by reason" },
  ]);
  for (const { href, text } of links) expect(proseHtml(markdown)).toContain(`<h2 id="${href.slice(1)}">${text}</h2>`);
});
