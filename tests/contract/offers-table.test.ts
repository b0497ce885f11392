import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { useSmallCatalogue } from "../small-catalogue/small-site.ts";
import { contentOf, csvRows, filesOf } from "./public-files.ts";

let remove: () => void;
beforeAll(() => {
  ({ remove } = useSmallCatalogue());
});
afterAll(() => remove());

const Offer = z.looseObject({
  id: z.string(),
  conditions: z.array(z.unknown()),
  comparedOn: z.string().nullable(),
  unitPrices: z.record(z.string(), z.object({ amount: z.string(), per: z.string() })),
  billed: z.object({ currency: z.string(), rate: z.object({ usd: z.string(), day: z.string() }).nullable() }).nullable(),
  heldBecause: z.object({ since: z.string(), detail: z.string() }).nullable(),
  retiresOn: z.string().nullable(),
  priceEndsOn: z.string().optional(),
});

const offersInJson = async () =>
  (await filesOf("api/v1/models/[maker]/[slug].json")).flatMap((file) => {
    const { data } = z.object({ offers: z.array(Offer) }).safeParse(contentOf(file));
    return data?.offers ?? [];
  });
const offersInCsv = async () => csvRows((await filesOf("api/v1/offers.csv"))[0]?.text ?? "");

test("the table of offers has a row for every condition of the models' files, with a reference or without", async () => {
  const rows = Map.groupBy(await offersInCsv(), ({ id }) => id ?? "");
  const offers = await offersInJson();
  expect(offers.some(({ conditions }) => conditions.length > 1)).toBe(true);
  expect(offers.map(({ id }) => [id, (rows.get(id)?.length ?? 0) - 1])).toEqual(
    offers.map(({ id, conditions }) => [id, conditions.length]),
  );
});

test("the table of offers has beside the price what the models' files have", async () => {
  const rows = new Map((await offersInCsv()).filter(({ condition }) => condition === "").map((row) => [row["id"], row]));
  const offers = await offersInJson();
  expect(offers.some(({ heldBecause }) => heldBecause !== null)).toBe(true);
  for (const { id, comparedOn, unitPrices, billed, heldBecause, retiresOn, priceEndsOn } of offers)
    expect(rows.get(id)).toMatchObject({
      ...{ id, comparedOn: comparedOn ?? "", retiresOn: retiresOn ?? "", priceEndsOn: priceEndsOn ?? "" },
      ...{ billedCurrency: billed?.currency ?? "", usdPerBilled: billed?.rate?.usd ?? "", rateDay: billed?.rate?.day ?? "" },
      ...{ heldSince: heldBecause?.since.slice(0, 10) ?? "", heldBecause: heldBecause?.detail ?? "" },
      unitPrices: Object.entries(unitPrices)
        .map(([name, { amount, per }]) => `${name}: ${amount} per ${per}`)
        .join("; "),
    });
});
