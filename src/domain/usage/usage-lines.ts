import type { Workload } from "../cost/workload.ts";
import { knownModel, NO_SLUGS, type Slugs } from "../text/known-model.ts";
import type { CallUsage } from "./call-usage.ts";

/** What pasted calls say of one model: the average call. */
export interface UsageLine {
  /** Our id; null where the response names none, or none we know. */
  readonly model: string | null;
  /** As the response names it. */
  readonly named: string | null;
  readonly calls: number;
  /** Counts above zero that no line of the bill stands for, as the body names them. */
  readonly unread: readonly string[];
  readonly numbers: Pick<Workload, "inputTokens" | "outputTokens" | "cachedShare" | "cacheWriteShare" | "cacheWriteTtl"> & {
    /** Null = all writes are kept as long as `cacheWriteTtl` says. */
    readonly writtenForHour: number | null;
    readonly searchesPer1000: number;
  };
}

/** Two calls of 1,000 and 3,000 tokens are requests of 2,000. A line a model, the most called first. */
export function usageLines(
  calls: readonly CallUsage[],
  modelIds: readonly string[],
  slugs: Slugs = NO_SLUGS,
): readonly UsageLine[] {
  const groups = Map.groupBy(calls, ({ model }) => (model === null ? null : (knownModel(model, modelIds, slugs) ?? model)));
  const lines = [...groups.values()].map((group) => lineOf(group, modelIds, slugs));
  return lines.toSorted((a, b) => b.calls - a.calls);
}

function lineOf(group: readonly CallUsage[], modelIds: readonly string[], slugs: Slugs): UsageLine {
  const sum = (tokens: (call: CallUsage) => number) => group.reduce((total, call) => total + tokens(call), 0);
  const named = group[0]?.model ?? null;
  const input = sum(({ inputTokens }) => inputTokens);
  const written = sum(({ cacheWriteTokens }) => cacheWriteTokens);
  const shareOf = (tokens: number) => (input === 0 ? 0 : Math.floor((Math.min(tokens, input) / input) * 10_000) / 10_000);
  const calls = sum((call) => call.calls);
  const writtenForHour = sum(({ cacheWrite1hTokens }) => cacheWrite1hTokens);
  const cachedShare = shareOf(sum(({ cacheReadTokens }) => cacheReadTokens));
  return {
    model: named === null ? null : knownModel(named, modelIds, slugs),
    named,
    calls,
    unread: [...new Set(group.flatMap(({ unread }) => unread))],
    numbers: {
      inputTokens: Math.round(input / calls),
      outputTokens: Math.round(sum(({ outputTokens }) => outputTokens) / calls),
      cachedShare,
      cacheWriteShare: Math.min(shareOf(written), Math.round((1 - cachedShare) * 10_000) / 10_000),
      cacheWriteTtl: written > 0 && writtenForHour === written ? "1h" : "5m",
      writtenForHour: writtenForHour > 0 && writtenForHour < written ? Math.round((writtenForHour / written) * 1e6) / 1e6 : null,
      searchesPer1000: Math.round((sum(({ webSearches }) => webSearches) / calls) * 1e9) / 1e6,
    },
  };
}
