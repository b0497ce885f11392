import presets from "../../../../data/curated/workloads.json" with { type: "json" };
import { type WorkloadPreset, WorkloadPresets } from "../../../../src/domain/cost/workload.ts";
import { EXIT, ExitError } from "../exit-code.ts";

/** The presets have permanent slugs and numbers, so they come with the program. */
const WORKLOADS = WorkloadPresets.parse(presets);

/** Their slugs, the default first. */
export const WORKLOAD_IDS: readonly string[] = WORKLOADS.map(({ id }) => id);

/** `workloadCalled("chat")`: 100,000 requests a month of 2,000 + 500 tokens, half of the input read from cache. Stops for what is none. */
export function workloadCalled(id: string): WorkloadPreset {
  const workload = WORKLOADS.find((preset) => preset.id === id);
  if (workload === undefined)
    throw new ExitError(`No workload is called “${id.slice(0, 100)}”. There are ${WORKLOAD_IDS.join(", ")}.`, {
      code: EXIT.unclear,
    });
  return workload;
}
