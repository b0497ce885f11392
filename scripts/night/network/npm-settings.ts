import { dirname } from "node:path";
import Config from "@npmcli/config";
import npm from "@npmcli/config/lib/definitions/index.js";

/** What npm itself would use here: registry, proxy, cache, retries … from its files and the environment, in npm's own order. */
export async function npmSettings(): Promise<Readonly<Record<string, unknown>>> {
  const config = new Config({ npmPath: dirname(process.execPath), argv: [], ...npm });
  await config.load();
  return config.flat;
}
