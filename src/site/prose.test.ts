import { expect, test } from "vitest";
import { proseHtml } from "./prose.ts";

test("a path at the head of a row breaks after its slashes, its address does not", () => {
  const html = proseHtml("| File | What |\n| --- | --- |\n| [/api/v1/index.json](https://x.example/api/v1/index.json) | all |\n");
  expect(html).toContain('href="https://x.example/api/v1/index.json">/api/<wbr>v1/<wbr>index.json</a></th>');
});
