import { Platform } from "../../../src/domain/platform/platform.ts";

/** A value with where and when it was read: `aFact(500)`. */
export const aFact = <Value>(value: Value) => [
  { value, sourceUrl: "https://example.org/terms", date: "2026-08-01", confidence: "high" },
];

/** An open host of which nothing is known, not even its address; say what differs: `aPlatform({ kind: "router" })`. */
export const aPlatform = (differs: object = {}): Platform =>
  Platform.parse({
    ...{ id: "acme", name: "Acme", kind: "host", status: "open", market: "international", listMakers: [], links: {} },
    api: aFact({ baseUrl: null, speaks: [], keyEnv: null }),
    ...differs,
  });
