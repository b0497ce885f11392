import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { threadEnd } from "../thread-end.ts";

/** Images drawn beside whatever else the process does. */
export interface DrawnImages {
  /** Writes each below the folder as it is ready, `og/models/a/b.png`, and resolves to how many they are. Throws what a thread threw. */
  writeInto(folder: string): Promise<number>;
}

/** The first message a thread gets; then the folder, once there is one to write into. */
export interface ImageShare {
  readonly site: string;
  readonly base: string;
  /** This thread draws every `of`-th image, from `index` on. */
  readonly index: number;
  readonly of: number;
  /** Images that are in this folder already are left as they are. */
  readonly missingFrom: string | null;
  /** Where pictures are kept from one time to the next; null = where they always are. */
  readonly cache: string | null;
}

export interface ImagesToDraw extends Pick<ImageShare, "site" | "base">, Partial<Pick<ImageShare, "missingFrom" | "cache">> {
  /** Told of each that is drawn. */
  readonly onDrawn?: () => void;
}

/** What a thread says: one more image stands, or it is done. */
export type ImageNews = "drawn" | { readonly written: number };

/**
 * Starts to draw the images to share of a site at `site`, below the path `base`, on as many threads as there are processors: all of them, or those
 * that a folder lacks.
 */
export function drawSocialImages({ site, base, missingFrom = null, cache = null, onDrawn }: ImagesToDraw): DrawnImages {
  const of = availableParallelism();
  const workers = Array.from({ length: of }, (_, index) => {
    const workerData: ImageShare = { site, base, index, of, missingFrom, cache };
    return new Worker(new URL("./draw-share.ts", import.meta.url), { workerData });
  });
  const ends = workers.map((worker) => endOf(worker, onDrawn ?? (() => undefined)));
  return {
    writeInto: async (folder) => {
      for (const worker of workers) worker.postMessage(folder);
      return (await Promise.all(ends)).reduce((sum, written) => sum + written, 0);
    },
  };
}

/** Resolves to how many images the thread wrote. */
function endOf(worker: Worker, onDrawn: () => void): Promise<number> {
  return threadEnd(worker, (news: ImageNews) => {
    if (news !== "drawn") return news.written;
    onDrawn();
    return null;
  });
}
