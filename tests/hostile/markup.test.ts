import { expect, test } from "vitest";
import { tagsOf } from "./markup.ts";

test.each([
  [
    '<p title="<b onclick=x>">a</p>',
    [
      { name: "p", attributes: ["title"] },
      { name: "/p", attributes: [] },
    ],
  ],
  [
    "<script>'<b>'</script>",
    [
      { name: "script", attributes: [] },
      { name: "/script", attributes: [] },
    ],
  ],
  ['<p title=""onload=x>', null],
  ["<p>1 < 2</p>", null],
])("the reader of markup is not fooled by %j", (html, tags) => {
  if (tags === null) expect(() => tagsOf(`<!doctype html>${html}`)).toThrow("no element");
  else expect(tagsOf(`<!doctype html>${html}`)).toEqual(tags);
});
