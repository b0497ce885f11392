import type { RegionGroup } from "../../domain/offer/region.ts";
import { type Field, wordField } from "./field.ts";

/** The regions a month can be bought in; `any` = wherever it is cheapest, also from sellers that name no region. */
export const REGION_CHOICES = ["any", "global", "us", "eu", "apac"] as const satisfies readonly (RegionGroup | "any")[];
export type RegionChoice = (typeof REGION_CHOICES)[number];

/** `?region=eu` */
export const REGION_FIELD: Field<RegionChoice> = wordField("region", REGION_CHOICES);

/** As the control names them. */
export const REGION_LABELS: Readonly<Record<RegionChoice, string>> = {
  any: "any",
  global: "global endpoints",
  us: "US",
  eu: "EU",
  apac: "Asia-Pacific",
};

/** Where a sentence says a month is bought: ` in the EU`; nothing for any region. */
export function inRegion(region: RegionChoice): string {
  switch (region) {
    case "any":
      return "";
    case "global":
      return " at a global endpoint";
    case "us":
    case "eu":
      return ` in the ${REGION_LABELS[region]}`;
    case "apac":
      return " in Asia-Pacific";
    default:
      return region satisfies never;
  }
}
