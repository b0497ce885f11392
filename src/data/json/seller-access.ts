import { valueOn } from "../../domain/money/fact.ts";
import { apiOn, type Platform } from "../../domain/platform/platform.ts";
import type { SellerAccess } from "./seller-json.ts";

/** Where a platform's API answered on a day, and what its key is called. */
export function accessOn(platform: Platform, day: string): SellerAccess {
  const api = apiOn(platform, day);
  const keyEnv = valueOn(platform.api, day)?.keyEnv ?? null;
  return { ...(api === null ? {} : { api }), ...(keyEnv === null ? {} : { keyEnv }) };
}
