import { readFileSync } from "node:fs";

/** The day of the data that a build shows. */
export const dataDay = (folder = process.env.TOKEN_PARITY_DATA ?? "data") =>
  JSON.parse(readFileSync(`${folder}/generated/run.json`, "utf8")).asOf;

/** A page is as old as its data: those of the build, or of the kept day in its address. */
export const pageDay = (url, asOf) => /\/as-of\/(\d{4}-\d\d-\d\d)\//.exec(url)?.[1] ?? asOf;
