import type { FeeSchedule } from "../platform/fee.ts";

/** What the engine needs to know of a platform; `platform.ts` holds the rest. */
export interface Seller {
  readonly name: string;
  readonly kind: "direct" | "cloud" | "router" | "host" | "reseller" | "byok";
  /** Makers whose own international USD API this is: `["anthropic"]`. Empty for everybody else, and for a maker's other markets. */
  readonly listMakers: readonly string[];
  /** What routers call it among their hosts, where that is not its id: `["google-ai-studio"]`, `["novita"]`. Absent = its id. */
  readonly hosts?: readonly string[];
  /** Null = nothing is known of its fees. */
  readonly fees: FeeSchedule | null;
}

/** Platform id → seller. */
export type Sellers = ReadonlyMap<string, Seller>;

/** What a platform is called: `amazon-bedrock` → Amazon Bedrock. One that nobody has named yet goes by its id. */
export const sellerName = (sellers: Sellers, platformId: string): string => sellers.get(platformId)?.name ?? platformId;
