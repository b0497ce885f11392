import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { aHistory } from "../../../../tests/builders/a-history.ts";
import { aSeller } from "../../../../tests/builders/a-schedule.ts";
import { aSheet } from "../../../../tests/builders/a-sheet.ts";
import { aWorkload } from "../../../../tests/builders/a-workload.ts";
import { anOffer } from "../../../../tests/builders/an-offer.ts";
import { Announcement } from "../../../domain/history/announcement.ts";
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
  const text = modelPastMarkdown(
    "acme/nano",
    clocks,
    modelHistory(aSheet([list("2")]), { changes, announced: [], makersPlatforms: [] }, "2026-08-22"),
    [],
  );
  expect(text).toContain("## Peak hours");
  expect(text).not.toContain("<b>");
  expect(text).toContain(
    "- List price: $2.00 since 1 Aug 2026, for 21 days, its lowest ever; between $2.00 (1 Aug 2026) and $4.00 (4 Jan 2026); 1 change in 90 days.",
  );
  expect(text).toContain("| 1 Aug 2026 | List price | input | 4.00 | 2.00 | −50\u202f% |");
});

test("what the maker asked while it sold a model is told before what routing did", () => {
  const own = (input: string) => anOffer({ platform: "acme", prices: { input, output: "8" } });
  const routed = (input: string) => anOffer({ platform: "openrouter", prices: { input, output: "8" } });
  const changes = aHistory({
    "2026-01-04": [own("4"), routed("4")],
    "2026-03-01": [own("5"), routed("4")],
    "2026-04-01": [routed("4")],
    ...Object.fromEntries([10, 11, 12, 13, 14, 15, 16, 17].map((day, at) => [`2026-05-${day}`, [routed(String(at + 10))]])),
  });
  const past = modelHistory(
    aSheet([{ platform: "openrouter" }]),
    { changes, announced: [], makersPlatforms: ["acme"] },
    "2026-08-22",
  );
  expect(past?.series[0]).toMatchObject({ name: "Acme’s own price", kind: "list" });
  expect(past?.moves.at(-1)).toMatchObject({ day: "1 Mar 2026", seller: "Acme’s own price", old: "4.00", now: "5.00" });
  expect(past?.moves).toHaveLength(6);
});

test("a step at which another source took over is no move, and the table says so", () => {
  const routed = (input: string) => anOffer({ platform: "openrouter", prices: { input, output: "8" } });
  const changes = aHistory({ "2026-01-04": [routed("4")], "2026-05-01": [routed("5")], "2026-08-20": [routed("2")] });
  const captionOf = (note: "otherSource" | null) => {
    const noted = changes.map((change) => (change.day === "2026-08-20" ? { ...change, note } : change));
    const past = modelHistory(
      aSheet([{ platform: "openrouter" }]),
      { changes: noted, announced: [], makersPlatforms: [] },
      "2026-08-22",
    );
    return past?.otherSource;
  };
  expect(captionOf("otherSource")).toBe("Where another source took over, a step is no move.");
  expect(captionOf(null)).toBe("");
});

test("the announced price that is drawn ahead is that of input", () => {
  const changes = aHistory({ "2026-01-04": [anOffer({ platform: "acme", prices: { input: "4", output: "8" } })] });
  const aheadAt = (input: string, output: string) => {
    const announcement = Announcement.parse({
      ...{ id: "rise", model: "acme/nano", platform: "acme", kind: "priceRise", what: "a rise", confidence: "high" },
      ...{ announcedOn: "2026-08-01", effectiveOn: "2026-09-01", atLeastUntil: null, withdrawnOn: null },
      ...{ sourceUrl: "https://acme.example/news", checkedOn: "2026-08-01", after: { input, output } },
    });
    const sheet = aSheet([{ platform: "acme", prices: { input: "4", output: "8" } }]);
    return modelHistory(sheet, { changes, announced: [announcement], makersPlatforms: [] }, "2026-08-22")?.chart.ahead;
  };
  expect(aheadAt("5", "10")).toBe(aheadAt("5", "30"));
  expect(aheadAt("5", "10")).not.toBe(aheadAt("6", "10"));
});

test("a model without a past has nothing to tell", () => {
  expect(modelPastMarkdown("acme/nano", [], null, [])).toBe("");
});
