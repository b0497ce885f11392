import { expect, test } from "vitest";
import { anOffer } from "../../../../tests/builders/an-offer.ts";
import { wrongPriceForm } from "./wrong-price-form.ts";

test("a report has model, platform, prices, source and day filled in", () => {
  const offer = anOffer({ platform: "acme", platformName: "Acme", region: "eu", prices: { input: "5", output: "25" } });
  const { searchParams } = new URL(wrongPriceForm(offer));
  expect(Object.fromEntries(searchParams)).toEqual({
    template: "wrong-price.yml",
    title: `${offer.model} at Acme (eu)`,
    model: offer.model,
    platform: "Acme (eu)",
    value: "shown here: input 5.00, output 25.00; should be: ",
    source: offer.restsOn.url,
    day: offer.restsOn.readAt.slice(0, 10),
  });
});
