import type { Ending } from "../../../src/domain/history/ending.ts";
import { makerOfId } from "../../../src/domain/model/maker-of-id.ts";
import type { Model } from "../../../src/domain/model/model.ts";
import type { Offer } from "../../../src/domain/offer/offer.ts";
import type { Platform } from "../../../src/domain/platform/platform.ts";

/** Who sells, and what is sold. */
export interface SoldWorld {
  readonly platforms: readonly Pick<Platform, "id" | "kind" | "listMakers">[];
  readonly models: readonly Pick<Model, "id" | "openWeights">[];
}

const PASSES_ON: ReadonlySet<Platform["kind"]> = new Set(["router", "reseller"]);

/**
 * Endings of offers that nobody is behind any more, by offer id. Closed weights that their maker shut down run at clouds and hosts that have them
 * too; where only routers and resellers are left, all of them read before that day, there is nobody they could pass a request to. Qwen VL Max at
 * Ofox and Eden AI, read on 30 September, which Alibaba took off on 10 October. A single reading of since may have found another way.
 */
export function nobodyBehind(
  offers: readonly Offer[],
  endings: readonly Ending[],
  { platforms, models }: SoldWorld,
): ReadonlyMap<string, Ending> {
  const platformById = new Map(platforms.map((platform) => [platform.id, platform]));
  const closed = new Set(models.filter(({ openWeights }) => openWeights === false).map(({ id }) => id));
  const atMaker = new Map(
    endings.flatMap((ending) => {
      const { model, platform, why, goneOn } = ending;
      const isShutDown = model !== null && why === "retired" && goneOn !== null && closed.has(model);
      return isShutDown && platformById.get(platform)?.listMakers.includes(makerOfId(model)) === true
        ? [[model, ending] as const]
        : [];
    }),
  );
  const isLeftBehind = ({ platform, source }: Offer, { goneOn }: Ending) =>
    PASSES_ON.has(platformById.get(platform)?.kind ?? "host") && source.readAt.slice(0, 10) < (goneOn ?? "");
  return new Map(
    [...Map.groupBy(offers, ({ model }) => model)].flatMap(([model, sold]) => {
      const ending = atMaker.get(model);
      return ending !== undefined && sold.every((offer) => isLeftBehind(offer, ending))
        ? sold.map(({ id }) => [id, ending] as const)
        : [];
    }),
  );
}
