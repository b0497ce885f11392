import { API } from "./api.ts";
import { CLI } from "./cli.ts";
import { DISPLAY } from "./display.ts";
import { DOMAIN } from "./domain.ts";
import type { Mutant } from "./mutant.ts";
import { NAMED } from "./named.ts";
import { PIPELINE } from "./pipeline.ts";

/** Every bug that a test must find, by kind. */
export const MUTANTS = {
  named: NAMED,
  domain: DOMAIN,
  pipeline: PIPELINE,
  display: DISPLAY,
  api: API,
  cli: CLI,
} as const satisfies Readonly<Record<string, readonly Mutant[]>>;
