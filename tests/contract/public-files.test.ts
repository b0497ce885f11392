import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { useSmallCatalogue } from "../small-catalogue/small-site.ts";
import { goldenShape } from "./golden.ts";
import { contentOf, filesOf, ROUTE_NAMES } from "./public-files.ts";
import { brokenPromises, shapeOf } from "./shape.ts";

let remove: () => void;
beforeAll(() => {
  ({ remove } = useSmallCatalogue());
});
afterAll(() => remove());

/** What programs of others read: `/api/v1/`, `/api/compat/`, feeds, the calendar, badges, llms.txt. What only our own pages read is no contract. */
const isPublic = (route: string): boolean => !/\.md$|^api\/(?!v1\/|compat\/)|^robots|openapi/.test(route);
const PUBLIC = ROUTE_NAMES.filter(isPublic);
const goldenNameOf = (route: string): string => route.replaceAll(/[^a-z0-9]+/g, "-").replaceAll(/^-|-$/g, "");

test("every public route is still there", () => {
  const promised = Object.keys(goldenShape("routes", shapeOf(Object.fromEntries(PUBLIC.map((route) => [route, "route"])))));
  expect(promised.length).toBeGreaterThan(10);
  expect(PUBLIC).toEqual(expect.arrayContaining(promised.filter((route) => route !== "")));
});

test.each(PUBLIC)("%s keeps what it promised", async (route) => {
  const files = await filesOf(route);
  expect(files).not.toEqual([]);
  const now = shapeOf(files.map(contentOf));
  const promised = goldenShape(goldenNameOf(route), now);
  expect(Object.keys(promised).length).toBeGreaterThan(1);
  expect(brokenPromises(promised, now)).toEqual([]);
});

describe("the comparison", () => {
  const golden = shapeOf({
    id: "a",
    rows: [
      { input: "0.6", output: null },
      { input: "1", output: "2" },
    ],
  });

  test.each([
    [
      "an added field",
      {
        id: "a",
        rows: [
          { input: "0.6", output: null, more: 1 },
          { input: "1", output: "2" },
        ],
        new: true,
      },
    ],
    [
      "other figures",
      {
        id: "b",
        rows: [
          { input: "7", output: null },
          { input: "1", output: "0" },
        ],
      },
    ],
  ])("lets %s pass", (_, value) => expect(brokenPromises(golden, shapeOf(value))).toEqual([]));

  test.each([
    ["a field that is gone", { rows: golden }, "id is gone"],
    [
      "a field by another name",
      {
        id: "a",
        rows: [
          { in: "0.6", output: null },
          { in: "1", output: "2" },
        ],
      },
      "rows[].input is gone",
    ],
    [
      "a number for a text",
      {
        id: "a",
        rows: [
          { input: 0.6, output: null },
          { input: 1, output: "2" },
        ],
      },
      "rows[].input was decimal, is number",
    ],
    [
      "a null that was none",
      {
        id: "a",
        rows: [
          { input: null, output: null },
          { input: "1", output: "2" },
        ],
      },
      "rows[].input was decimal, is decimal or null",
    ],
    [
      "a unit in the text",
      {
        id: "a",
        rows: [
          { input: "$0.6", output: null },
          { input: "1", output: "2" },
        ],
      },
      "rows[].input was decimal, is decimal or text",
    ],
  ])("finds %s", (_, value, fault) => expect(brokenPromises(golden, shapeOf(value))).toContain(fault));
});
