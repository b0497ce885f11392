import { afterAll, beforeAll, expect, test } from "vitest";
import { describedFiles } from "../../scripts/tools/site/api-schemas.ts";
import { useSmallCatalogue } from "../small-catalogue/small-site.ts";
import { contentOf, filesOf, jsonOf, ROUTE_NAMES } from "./public-files.ts";

/** The published description against the published files. */
let remove: () => void;
let descriptions: ReturnType<typeof describedFiles>;
beforeAll(async () => {
  ({ remove } = useSmallCatalogue());
  descriptions = describedFiles(await jsonOf("api/v1/openapi.json"));
});
afterAll(() => remove());

const described = ROUTE_NAMES.filter((route) => /^api\/(v1|compat)\/.*\.json$/.test(route) && !route.endsWith("openapi.json"));

test.each(described)("every file of %s is as openapi.json describes it", async (route) => {
  for (const file of await filesOf(route)) {
    const description = descriptions.find(({ holds }) => holds(file.address));
    expect(description, file.address).toBeDefined();
    expect(description?.faultsOf(contentOf(file)), file.address).toEqual([]);
  }
});

test.each([
  ["a number for a decimal text", { prices: [{ prices: { input: 3 } }] }],
  ["a day that is none", { through: "2026-02-30" }],
  ["a field that is not there", { month: undefined }],
])("%s breaks the description", async (_, change) => {
  const address = "/api/v1/prices/2026-07.json";
  const file: object = Object(await jsonOf("api/v1/prices/[month].json", address));
  const broken = JSON.parse(JSON.stringify({ ...file, ...change }));
  expect(descriptions.find(({ holds }) => holds(address))?.faultsOf(broken)).not.toEqual([]);
});
