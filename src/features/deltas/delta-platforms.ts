import type { Sellers } from "../../domain/offer/seller.ts";
import type { Platform } from "../../domain/platform/platform.ts";
import { type MatrixColumn, type MatrixModel, mainPlatforms } from "../../domain/reference/delta-matrix.ts";
import { isComparedSeller } from "./delta-cell.ts";

/** A column of the table of differences. */
export interface DeltaColumn extends MatrixColumn {
  /** Its id in addresses: `amazon-bedrock`, `amazon-bedrock-region`. */
  readonly id: string;
  readonly label: string;
  /** Its credit purchase fee is unknown: its months may be more. */
  readonly isFeeUnknown: boolean;
}

/** OpenRouter and the clouds, of which a phone shows the first two, then the routers, gateways and resellers that sell most, then the hosts that do. */
export function deltaColumns(
  models: readonly MatrixModel[],
  platformOf: (id: string) => Platform | null,
  sellers: Sellers,
): readonly DeltaColumn[] {
  const compared = (test: (platform: Platform) => boolean) => (id: string) => {
    const platform = platformOf(id);
    return isComparedSeller(platform) && !FIRST.includes(id) && test(platform);
  };
  const routers = mainPlatforms(
    models,
    compared(({ kind }) => kind !== "host"),
    ROUTERS,
  );
  const hosts = mainPlatforms(
    models,
    compared(({ kind }) => kind === "host"),
    HOSTS,
  );
  return [...FIRST, ...routers, ...hosts].flatMap((id): readonly DeltaColumn[] => {
    const platform = platformOf(id);
    if (platform === null) return [];
    const column = { id, platform: id, label: platform.name, isFeeUnknown: sellers.get(id)?.fees?.topUp == null };
    if (!REGIONAL.includes(id)) return [{ ...column, place: "anywhere" }];
    return [
      { ...column, place: "global" },
      { ...column, id: `${id}-region`, place: "region", label: `${platform.name}, in region` },
    ];
  });
}

const FIRST: readonly string[] = ["openrouter", "azure", "amazon-bedrock", "google-vertex"];
/** Clouds whose price inside a region is another than the global one. */
const REGIONAL: readonly string[] = ["amazon-bedrock"];
const ROUTERS = 7;
const HOSTS = 8;
