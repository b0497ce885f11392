import { parentPort, workerData } from "node:worker_threads";
import { loadApp, readModels, renderBy, type SiteBundle } from "./built-app.ts";
import { FileRenderer, type Site } from "./render-files.ts";
import type { RoutedFile } from "./site-file.ts";

/** The first message a thread that renders gets. */
export interface RenderShare {
  readonly site: Site;
  readonly bundle: SiteBundle;
}

const port = parentPort;
if (port === null) throw new Error("this is a thread of render-threads.ts");
const { site, bundle }: RenderShare = workerData;
const app = await loadApp(bundle);
const renderer = new FileRenderer<RoutedFile>(site, renderBy(app));
let work = Promise.resolve();

// Each batch is rendered after the one before; the next is asked for as it begins, so that it is there in time. `null` ends it.
port.on("message", (files: readonly RoutedFile[] | null) => {
  work = work.then(() => (files === null ? finish() : renderBatch(files)));
  // What a route throws ends the thread.
  work.catch((error: unknown) =>
    queueMicrotask(() => {
      throw error;
    }),
  );
});
await readModels(app);
port.postMessage("next");

function renderBatch(files: readonly RoutedFile[]): Promise<void> {
  port?.postMessage("next");
  return renderer.renderAll(files);
}

async function finish(): Promise<void> {
  port?.postMessage({ count: await renderer.end() });
  port?.close();
}
