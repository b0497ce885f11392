import { expect, test } from "vitest";
import { CATALOGUE_IDS, handOf, isCatalogue, isSourceId, SOURCE_IDS, sourceFacts } from "./sources.ts";

const byTrust = (place: "clouds" | "elsewhere") =>
  SOURCE_IDS.toSorted((a, b) => sourceFacts(a).rank[place] - sourceFacts(b).rank[place]);

test("every catalogue ranks behind every platform's own word and every transcript, and is second-hand", () => {
  const firstHand = SOURCE_IDS.filter((id) => sourceFacts(id).copies !== "catalogue");
  expect(CATALOGUE_IDS).toEqual(["pi-ai", "models.dev", "litellm", "genai-prices"]);
  for (const place of ["clouds", "elsewhere"] as const) {
    expect(byTrust(place).slice(0, firstHand.length).toSorted()).toEqual(firstHand.toSorted());
  }
  expect(new Set(CATALOGUE_IDS.map(handOf))).toEqual(new Set(["second"]));
  expect(new Set(firstHand.map(handOf))).toEqual(new Set(["first"]));
});

test("LiteLLM comes before models.dev at the clouds, after it elsewhere", () => {
  expect(byTrust("clouds").slice(-4)).toEqual(["litellm", "pi-ai", "models.dev", "genai-prices"]);
  expect(byTrust("elsewhere").slice(-4)).toEqual(["pi-ai", "models.dev", "litellm", "genai-prices"]);
});

test("an id that is no row of the table is no source, whatever an object inherits", () => {
  expect(SOURCE_IDS.every(isSourceId)).toBe(true);
  expect(["toString", "epoch-eci", ""].filter(isSourceId)).toEqual([]);
});

test("a catalogue is made from catalogues of the table, and never from itself", () => {
  const relays = CATALOGUE_IDS.map((id) => [id, sourceFacts(id).relays]);
  expect(Object.fromEntries(relays)).toEqual({
    "pi-ai": ["models.dev"],
    "models.dev": [],
    litellm: [],
    "genai-prices": ["litellm"],
  });
  expect(SOURCE_IDS.filter((id) => !isCatalogue(id)).flatMap((id) => sourceFacts(id).relays)).toEqual([]);
});
