import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { historyReader } from "../src/data/history.ts";
import { readGeneratedRows } from "../src/data/last-readings.ts";
import { compareChanges } from "../src/domain/history/change.ts";
import { ledgerOf, replay } from "../src/domain/history/ledger.ts";
import { Offer } from "../src/domain/offer/offer.ts";
import { readOfferId } from "../src/domain/offer/offer-id.ts";
import { figuresOf } from "./builders/a-history.ts";

const GENERATED = join(process.env["TOKEN_PARITY_DATA"] ?? "data", "generated");
/** Until the first night has written history there is nothing to hold it against. */
const hasHistory = existsSync(join(GENERATED, "history", "seam.json"));

test.runIf(hasHistory)("history replays to the prices of every offer there is, and of no other", () => {
  const { allChanges } = historyReader(GENERATED);
  expect(figuresOf(replay(allChanges))).toEqual(figuresOf(ledgerOf(readGeneratedRows(GENERATED, "offers.jsonl", Offer))));
});

test.runIf(hasHistory)("history is sorted, and every line starts where the one before it of the same figure ended", () => {
  const { allChanges } = historyReader(GENERATED);
  expect(allChanges.findIndex((change, index) => index > 0 && compareChanges(allChanges[index - 1] ?? change, change) > 0)).toBe(
    -1,
  );
  const last = new Map<string, number | null>();
  for (const { offerId, meter, condition, old, new: now, day } of allChanges) {
    const figure = `${offerId} ${meter} ${condition}`;
    if ((last.get(figure) ?? null) !== old)
      throw new Error(`${figure} on ${day}: old is ${old}, history said ${last.get(figure)}`);
    last.set(figure, now);
  }
});

test("the ids of all offers say what their rows say", () => {
  for (const { id, model, platform, host, region, tier, quantization, variant } of readGeneratedRows(
    GENERATED,
    "offers.jsonl",
    Offer,
  )) {
    expect(readOfferId(id)).toEqual({ model, platform, host, region, tier, quantization, variant });
  }
});
