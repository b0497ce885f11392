import { Worker } from "node:worker_threads";
import { threadEnd } from "../thread-end.ts";
import type { RenderShare } from "./render-thread.ts";
import type { RoutedFile } from "./site-file.ts";

/** Subjects a thread is handed at a time: enough that it seldom waits, few enough that all end together. */
const BATCH = 8;

/** Subjects that are rendered once each, by whichever thread comes for the next. */
export class SubjectQueue<File> {
  readonly #subjects: readonly (readonly File[])[];
  #next = 0;

  constructor(subjects: readonly (readonly File[])[]) {
    this.#subjects = subjects;
  }

  /** The files of the next so many subjects; empty = none is left. */
  take(many: number): readonly File[] {
    const batch = this.#subjects.slice(this.#next, this.#next + many).flat();
    this.#next += many;
    return batch;
  }
}

/** Threads that get ready while nobody knows yet what there is to render. */
export interface Renderers {
  /** Hands them their work. Each resolves to how many files it wrote, and throws what it threw. */
  readonly renderFrom: (queue: Queue) => readonly Promise<number>[];
}

/** Starts so many threads, each of which renders from the queue until nothing is left. */
export function startRenderers(share: RenderShare, count: number): Renderers {
  const { promise, resolve } = Promise.withResolvers<Queue>();
  const ends = Array.from({ length: count }, () => renderBeside(share, promise));
  return {
    renderFrom: (queue) => {
      resolve(queue);
      return ends;
    },
  };
}

type Queue = Pick<SubjectQueue<RoutedFile>, "take">;

function renderBeside(share: RenderShare, queue: Promise<Queue>): Promise<number> {
  const worker = new Worker(new URL("./render-thread.ts", import.meta.url), { workerData: share });
  const answer = async () => {
    const files = (await queue).take(BATCH);
    worker.postMessage(files.length === 0 ? null : files);
  };
  return threadEnd(worker, (message: "next" | { readonly count: number }) => {
    if (message !== "next") return message.count;
    void answer();
    return null;
  });
}
