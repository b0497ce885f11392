import { expect, test } from "vitest";
import { rowHtml } from "./row-html.ts";
import { columnsFor, headingOf } from "./table-view.ts";

const COLUMNS = columnsFor(
  { columns: [{ id: "name", label: "Name", kind: "text", cell: () => ({ text: "" }) } as const].map(headingOf) },
  "page",
);

test("signs of HTML are words in a cell and cannot end an attribute", () => {
  const cell = { text: `<b>&"it's"`, href: `/a?b&c="d"`, title: `"><script>`, notes: ["<i>"] };
  expect(rowHtml({ id: `x"y`, data: { maker: `"a"` }, cells: [cell] }, COLUMNS)).toBe(
    '<tr id="x&quot;y" data-maker="&quot;a&quot;"> <th scope="row"><a href="/a?b&amp;c=&quot;d&quot;" title="&quot;><script>">' +
      "&lt;b&gt;&amp;&quot;it&#39;s&quot;</a> <i>&lt;i&gt;</i></th> </tr>",
  );
});

test("a mark and its cell have no space around their words, pieces have one between them", () => {
  const cell = { text: "$1", mark: { hue: 2, letters: "An" }, hint: "a list price", folded: ["in $2"] };
  expect(rowHtml({ isMarked: true, cells: [cell] }, COLUMNS)).toBe(
    '<tr class="marked"> <th scope="row" class="mark-2" data-mark="An">$1<details> <summary>*</summary> <span>a list price</span> </details>' +
      ' <i class="narrow">in $2</i></th> </tr>',
  );
});

test("a row that is kept is written once, as any other would be", () => {
  let read = 0;
  const kept = {
    isKept: true as const,
    get cells() {
      read += 1;
      return [{ text: "Nano" }];
    },
  };
  const html = rowHtml({ cells: [{ text: "Nano" }] }, COLUMNS);
  expect([rowHtml(kept, COLUMNS), rowHtml(kept, COLUMNS), read]).toEqual([html, html, 1]);
});
