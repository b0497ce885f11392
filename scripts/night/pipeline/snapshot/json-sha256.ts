import { createHash } from "node:crypto";

/** The checksum of a value as compact JSON, in hexadecimal: anyone who downloads the value can compute it. `[]` → `4f53cda1…`. */
export const jsonSha256 = (value: unknown): string => createHash("sha256").update(JSON.stringify(value)).digest("hex");
