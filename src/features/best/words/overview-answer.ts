import { nameInSentence } from "../../../site/words/month-meaning.ts";

/** A workload's name and the name of its best buy; null = nobody is ranked. */
export interface WorkloadWinner {
  readonly workload: string;
  readonly model: string | null;
}

/**
 * Who is the best buy of which workload, a model once, in the order of the workloads:
 * `Best buy for chat and RAG: Nova. For coding agents: Nova Fast.`
 */
export function overviewAnswer(winners: readonly WorkloadWinner[]): string {
  const named = winners.flatMap(({ workload, model }) => (model === null ? [] : [{ workload, model }]));
  const sentences = [...Map.groupBy(named, ({ model }) => model)].map(
    ([model, of], at) =>
      `${at === 0 ? "Best buy for" : "For"} ${lists.format(of.map(({ workload }) => nameInSentence(workload)))}: ${model}.`,
  );
  return sentences.length === 0 ? "No rated model has a price that counts." : sentences.join(" ");
}

const lists = new Intl.ListFormat("en-GB");
