import { allSheets, defaultPreset } from "../../data/catalog.ts";
import { type RouteSpread, routeSpread } from "./route-spread.ts";

/** What sorting its routes by price saves at a platform that lets buyers sort them. */
export const platformSpread = (platformId: string): RouteSpread | null =>
  platformId === "openrouter" ? routeSpread(allSheets(), defaultPreset) : null;
