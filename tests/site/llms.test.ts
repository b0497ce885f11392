import { expect, test } from "vitest";
import { GET } from "../../src/pages/llms.txt.ts";

test("llms.txt of today's data is read in one go", async () => {
  expect(Buffer.byteLength(await GET().text())).toBeLessThan(60_000);
});
