// The thread of `kept-files.mjs`: writes every batch of files it is sent, and says how many they were when `null` comes.
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parentPort, workerData } from "node:worker_threads";

const { folder, base } = workerData;
const made = new Set();
let count = 0;

parentPort.on("message", (files) => {
  if (files === null) {
    parentPort.postMessage(count);
    parentPort.close();
    return;
  }
  for (const { path, text } of files) write(join(folder, path.slice(base.length)), text);
  count += files.length;
});

function write(file, text) {
  const parent = dirname(file);
  if (!made.has(parent)) mkdirSync(parent, { recursive: true });
  made.add(parent);
  writeFileSync(file, text);
}
