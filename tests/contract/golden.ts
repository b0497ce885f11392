import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Shape } from "./shape.ts";

const Golden = z.record(z.string(), z.array(z.string()));
/** Those of the API in a folder of their own. */
const fileOf = (name: string): string =>
  join(import.meta.dirname, "golden", name.startsWith("api-") ? "api" : "", `${name}.json`);

/**
 * What a public file promised. With `RECORD_CONTRACTS=1` what it has in addition is written down first, so that it is promised from then on;
 * a promise is never taken back that way.
 */
export function goldenShape(name: string, now: Shape): Shape {
  const promised = existsSync(fileOf(name)) ? Golden.parse(JSON.parse(readFileSync(fileOf(name), "utf8"))) : {};
  if (process.env["RECORD_CONTRACTS"] !== "1") return promised;
  const recorded = { ...now, ...promised };
  writeFileSync(fileOf(name), goldenText(recorded));
  return recorded;
}

/** One promise a line, by place. */
function goldenText(shape: Shape): string {
  const lines = Object.entries(shape)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, kinds]) => `  ${JSON.stringify(path)}: ${JSON.stringify(kinds).replaceAll(",", ", ")}`);
  return `{\n${lines.join(",\n")}\n}\n`;
}
