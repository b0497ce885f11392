import type { Change } from "../../domain/history/change.ts";
import { priceText } from "./price-text.ts";
import type { ChangeJson } from "./schema/file-schema.ts";

/** One line of history as the public API writes it, with what its platform bills in where that is no dollar (`billedCurrency`). */
export function changeJson(change: Change, billedIn: string | null): ChangeJson {
  const { day, model, offerId, platform, host, region, tier, meter, condition, old, new: now, note, source, notBefore } = change;
  return {
    day,
    offerId,
    platform,
    host,
    region,
    tier,
    meter,
    condition,
    old: priceText(old),
    new: priceText(now),
    note,
    source,
    model,
    notBefore: notBefore ?? null,
    billedIn,
  };
}
