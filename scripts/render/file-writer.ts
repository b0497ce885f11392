import { Worker } from "node:worker_threads";
import { threadEnd } from "../thread-end.ts";

interface NewFile {
  /** Below the folder: `models/a/b.md`. */
  readonly name: string;
  readonly content: string | Uint8Array<ArrayBuffer> | FileToPack;
}

/** What lies at a path of the disk: the thread reads and packs it. */
interface FileToPack {
  readonly packed: string;
}

/** What the thread answers: a batch is on the disk, or all are. */
type Answer = { readonly written: number } | { readonly count: number };

/** Of a batch: large enough that the message costs little beside the files. In bytes or characters, whichever a file has. */
const BATCH = 1_000_000;
/** What may wait for the disk before `room` waits, too. */
const MOST_WAITING = 64_000_000;

/** Writes files into a folder from a thread of its own, while the thread that makes them makes the next. */
export class FileWriter {
  readonly #worker: Worker;
  readonly #done: Promise<number>;
  #batch: NewFile[] = [];
  #batched = 0;
  #waiting = 0;
  #wake: (() => void) | null = null;

  constructor(folder: string) {
    this.#worker = new Worker(new URL("./write-files.mjs", import.meta.url), { workerData: folder });
    this.#done = threadEnd(this.#worker, (answer: Answer) => ("count" in answer ? answer.count : this.#written(answer.written)));
  }

  /** Takes a file, and its bytes for good; it is on the disk once `end` resolves. */
  write(name: string, content: string | Uint8Array<ArrayBuffer>): void {
    this.#batch.push({ name, content });
    this.#batched += content.length;
    if (this.#batched >= BATCH) this.#send();
  }

  /** Writes what lies at a path, packed. */
  pack(name: string, path: string): void {
    this.#batch.push({ name, content: { packed: path } });
  }

  /** Resolves at once unless the disk is far behind. */
  async room(): Promise<void> {
    while (this.#waiting > MOST_WAITING) await Promise.race([this.#done, new Promise<void>((wake) => (this.#wake = wake))]);
  }

  /** Resolves to how many files were written. Throws what the disk refused. */
  end(): Promise<number> {
    this.#send();
    this.#worker.postMessage(null);
    return this.#done;
  }

  #send(): void {
    this.#waiting += this.#batched;
    // Bytes are handed over, not copied.
    const bytes = this.#batch.flatMap(({ content }) => (content instanceof Uint8Array ? [content.buffer] : []));
    this.#worker.postMessage({ files: this.#batch, size: this.#batched }, bytes);
    this.#batch = [];
    this.#batched = 0;
  }

  /** That is not the end. */
  #written(size: number): null {
    this.#waiting -= size;
    this.#wake?.();
    return null;
  }
}
