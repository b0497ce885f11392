import type { ChangeNames } from "../../data/change-record.ts";
import { changeJson } from "../../data/json/change-json.ts";
import { isPriceChange, type PriceEvent } from "../../domain/history/price-event.ts";

/** `/api/v1/changes.json`: prices that really moved, oldest first. `old` is the last figure known, though the offer was gone in between. */
export const changesJson = (events: readonly PriceEvent[], { billedIn }: Pick<ChangeNames, "billedIn">) =>
  events.filter(isPriceChange).map((event) => changeJson({ ...event, old: event.lastKnown }, billedIn(event)));
