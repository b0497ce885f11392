import { expect, test } from "vitest";
import { pageDay } from "../../scripts/page-day.mjs";
import { datasetJsonLd } from "../../src/features/data/dataset-json-ld.ts";
import { GET } from "../../src/pages/llms.txt.ts";

test("llms.txt is read whole: under 60 kB, whatever the night brings", async () => {
  const text = await GET().text();
  expect(Buffer.byteLength(text)).toBeLessThan(60_000);
  expect(text).toContain("/api/v1/openapi.json");
  expect(text.match(/\/models\/[^/]+\/[^/]+\.md/g)?.length ?? 0).toBeGreaterThan(0);
});

test.each([
  ["https://tokenparity.dev/models/acme/nova/", "2026-11-20"],
  ["https://tokenparity.dev/best/chat/as-of/2026-08-22/", "2026-08-22"],
])("the sitemap says of %s that it is of %s", (url, day) => {
  expect(pageDay(url, "2026-11-20")).toBe(day);
});

test("the dataset names every table with its size and kind", () => {
  const [download] = [{ name: "offers.csv", type: "text/csv; charset=utf-8", bytes: 12 }];
  expect(datasetJsonLd("2026-11-20", "2024-09", [download])).toMatchObject({
    "@type": "Dataset",
    temporalCoverage: "2024-09/2026-11-20",
    distribution: expect.arrayContaining([
      {
        "@type": "DataDownload",
        contentUrl: "https://tokenparity.dev/api/v1/offers.csv",
        encodingFormat: "text/csv",
        contentSize: "12 B",
      },
    ]),
  });
});
