import { join } from "node:path";

/** Where the job's files lie: `data/generated`, or below another folder for a build of other data. */
export const generatedFile = (name = ""): string => join(process.env["TOKEN_PARITY_DATA"] ?? "data", "generated", name);

/** Where people's files lie: `data/curated`, or another folder for a build of other facts. */
export const curatedFile = (name = ""): string => join(process.env["TOKEN_PARITY_CURATED"] ?? join("data", "curated"), name);
