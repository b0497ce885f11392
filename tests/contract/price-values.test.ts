import { afterAll, beforeAll, expect, test } from "vitest";
import { useSmallCatalogue } from "../small-catalogue/small-site.ts";
import { jsonOf } from "./public-files.ts";

/** Prices of the past in the small catalogue, each with its days. */
let remove: () => void;
beforeAll(() => {
  ({ remove } = useSmallCatalogue());
});
afterAll(() => remove());

const route = "api/v1/prices/[month].json";

test("a month's prices have the days they stood, and what they became above a length or in hours", async () => {
  expect(await jsonOf(route, "/api/v1/prices/2026-07.json")).toMatchObject({
    ...{ month: "2026-07", through: "2026-07-31", complete: true },
    prices: [
      { offerId: "acme/nova@openrouter", firstDay: "2026-07-01", lastDay: "2026-07-14", prices: { input: "3.6", output: "18" } },
      { offerId: "acme/nova@openrouter", firstDay: "2026-07-15", lastDay: "2026-07-31", seenOn: "2026-07-15", list: false },
      {
        ...{ offerId: "zeta/open@cloudy", firstDay: "2026-07-01", lastDay: "2026-07-31", seenOn: "2026-06-02" },
        ...{ evidence: "transcribed", source: "list-prices", prices: { input: "7", output: "35", cacheRead: "0.7" } },
        conditions: [
          { promptTokensAbove: 200_000, prices: { input: "13" } },
          { utc: ["22:00", "23:30"], days: ["mon", "tue"], prices: { output: "17" } },
        ],
      },
      { offerId: "zeta/open@openrouter", prices: { input: "0.41" } },
      { offerId: "zeta/open@openrouter;host=quick", prices: { output: "0.8" } },
    ],
  });
});

test("the running month ends with the day of the data", async () => {
  expect(await jsonOf(route, "/api/v1/prices/2026-08.json")).toMatchObject({ through: "2026-08-22", complete: false });
});
