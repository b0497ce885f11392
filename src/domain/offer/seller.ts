import type { FeeSchedule } from "../platform/fee.ts";

/** What the engine needs to know of a platform; `platform.ts` holds the rest. */
export interface Seller {
  readonly kind: "direct" | "cloud" | "router" | "host" | "reseller" | "byok";
  /** Makers whose own international USD API this is: `["anthropic"]`. Empty for everybody else, and for a maker's other markets. */
  readonly listMakers: readonly string[];
  /** What routers call a maker's own API among their hosts: `["google-ai-studio"]`. Absent for everybody else. */
  readonly hosts?: readonly string[];
  /** Null = nothing is known of its fees. */
  readonly fees: FeeSchedule | null;
}

/** Platform id → seller. */
export type Sellers = ReadonlyMap<string, Seller>;
