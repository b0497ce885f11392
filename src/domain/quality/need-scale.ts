import type { Need } from "../model/need.ts";

/** Needs that a publishable source judges for itself. Long context has none: there general quality counts, and pages say so. */
export const NEED_SCALES = ["coding", "vision"] as const;
export type NeedScale = (typeof NEED_SCALES)[number];

/** What quality is measured by: answers of every kind, or those to one need. */
export type QualityScaleName = "general" | NeedScale;

/**
 * The scale a ranking is by: that of its needs, else that of its workload. Coding agents that look at pictures are judged as coding agents:
 * `scaleFor("coding-agent", ["vision"])` is `coding`, `scaleFor("chat", ["tools", "vision"])` is `vision`.
 */
export function scaleFor(workloadId: string, needs: readonly Need[]): QualityScaleName {
  if (workloadId === "coding-agent" || needs.includes("coding")) return "coding";
  return needs.includes("vision") ? "vision" : "general";
}
