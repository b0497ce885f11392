/** Every service tier there is, in the order pages show them. */
export const TIERS = ["standard", "batch", "flex", "priority", "fast", "free"] as const;
