import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { aHistory } from "../../../../tests/builders/a-history.ts";
import { aSeller } from "../../../../tests/builders/a-schedule.ts";
import { aSheet } from "../../../../tests/builders/a-sheet.ts";
import { aWorkload } from "../../../../tests/builders/a-workload.ts";
import { anOffer } from "../../../../tests/builders/an-offer.ts";
import { sellerClocks } from "../../../site/words/price-clock-text.ts";
import { modelHistory } from "./model-history.ts";
import { modelPastMarkdown } from "./model-past-markdown.ts";

beforeEach(() => vi.stubEnv("SITE", "https://tokenparity.dev"));
afterEach(() => vi.unstubAllEnvs());

test("the twin has the clock, the past and what is announced", () => {
  const list = (input: string) => ({ platform: "acme", prices: { input, output: "8" } });
  const changes = aHistory({ "2026-01-04": [anOffer(list("4"))], "2026-08-01": [anOffer(list("2"))] });
  const offer = anOffer({
    platformName: "<b>Hostly",
    conditions: [{ utc: ["01:00", "02:00"], prices: { input: "2", output: "4" } }],
  });
  const clocks = sellerClocks([offer], { ...aWorkload(), name: "Chat" }, new Map([["hostly", aSeller()]]));
  const text = modelPastMarkdown("acme/nano", clocks, modelHistory(aSheet([list("2")]), changes, [], "2026-08-22"), []);
  expect(text).toContain("## Peak hours");
  expect(text).not.toContain("<b>");
  expect(text).toContain(
    "- List price: $2.00 since 1 Aug 2026, for 21 days, its lowest ever; between $2.00 (1 Aug 2026) and $4.00 (4 Jan 2026); 1 change in 90 days.",
  );
  expect(text).toContain("| 1 Aug 2026 | List price | input | 4.00 | 2.00 | −50\u202f% |");
});

test("a model without a past has nothing to tell", () => {
  expect(modelPastMarkdown("acme/nano", [], null, [])).toBe("");
});
