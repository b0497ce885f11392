import { Worker } from "node:worker_threads";
import { threadEnd } from "../thread-end.ts";
import type { RenderShare, RoutedFile } from "./render-thread.ts";

/** Subjects a thread is handed at a time: enough that it seldom waits, few enough that all end together. */
const BATCH = 20;

/** Subjects that are rendered once each, by whoever comes for the next. */
export class SubjectQueue<File> {
  readonly #subjects: readonly (readonly File[])[];
  #next = 0;

  constructor(subjects: readonly (readonly File[])[]) {
    this.#subjects = subjects;
  }

  /** The files of the next so many subjects; empty = none is left. */
  take(many: number): readonly File[] {
    const taken = this.#subjects.slice(this.#next, this.#next + many).flat();
    this.#next += many;
    return taken;
  }
}

/** A thread that renders from the queue until nothing is left. Resolves to how many files it wrote; throws what it threw. */
export function renderBeside(share: RenderShare, queue: Pick<SubjectQueue<RoutedFile>, "take">): Promise<number> {
  const worker = new Worker(new URL("./render-thread.ts", import.meta.url), { workerData: share });
  return threadEnd(worker, (answer: "next" | { readonly count: number }) => {
    if (answer !== "next") return answer.count;
    const files = queue.take(BATCH);
    worker.postMessage(files.length === 0 ? null : files);
    return null;
  });
}
