import type { Worker } from "node:worker_threads";

/**
 * Resolves to the first word of a thread that `endIn` finds an end in: `endIn("drawn")` → null, `endIn({ count: 3 })` → 3. Throws what the thread
 * threw, and where it ended before it said so: a build must not take what is missing then for done.
 */
export function threadEnd<Message, End>(worker: Worker, endIn: (message: Message) => End | null): Promise<End> {
  const end = new Promise<End>((resolve, reject) => {
    worker.on("message", (message: Message) => {
      const end = endIn(message);
      if (end !== null) resolve(end);
    });
    worker.on("error", reject);
    worker.on("exit", (code) => reject(new Error(`a thread ended with ${code} before its work was done`)));
  });
  // Whoever waits for the end gets the error; until then it must not end the process by itself.
  end.catch(() => undefined);
  return end;
}
