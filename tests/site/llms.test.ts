import { expect, test } from "vitest";
import { GET } from "../../src/pages/llms.txt.ts";
import { footerLinks, headerLinks } from "../../src/site/navigation.ts";
import * as paths from "../../src/site/paths.ts";

test("llms.txt of today's data is read in one go", async () => {
  expect(Buffer.byteLength(await GET().text())).toBeLessThan(60_000);
});

test.each([...headerLinks, ...footerLinks])("the twin of $label, which every page leads to, is listed", async ({ path }) => {
  expect(await GET().text()).toContain(`(${paths.absolute(paths.markdown(path))})`);
});

test("no two links have one name in a part of llms.txt", async () => {
  for (const part of (await GET().text()).split("\n\n")) {
    const titles = [...part.matchAll(/^- \[(.*)\]\(/gm)].map(([, title]) => title);
    expect(titles.filter((title, at) => titles.indexOf(title) !== at)).toEqual([]);
  }
});
