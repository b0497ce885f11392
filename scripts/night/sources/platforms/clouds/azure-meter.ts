import type { Meter } from "../../../../../src/domain/offer/meter.ts";
import type { Tier } from "../../../../../src/domain/offer/offer.ts";

/** What the name of an Azure meter says. */
export interface AzureMeter {
  /** The model, without the maker's prefix that its product implies: `5.4-mini`, `4.3`, `v4-pro`. */
  readonly model: string;
  readonly meter: Meter;
  readonly tier: Tier;
  readonly deployment: "global" | "dataZone" | "regional" | null;
  readonly isLongContext: boolean;
}

/** Every word of the grammar, in all its spellings. */
const WORDS = {
  input: ["inp", "inpt", "input", "in"],
  output: ["outp", "outpt", "output", "out", "opt", "otpt"],
  cache: ["cached", "cchd", "cched", "ccchd", "cd", "chd", "cach", "ch", "cache"],
  write: ["wr", "write", "creation"],
  global: ["gl", "glb", "glbl", "gbl", "global"],
  dataZone: ["dz", "dzn", "dzone", "datazone"],
  regional: ["rgnl", "regnl", "reg", "regional"],
  batch: ["batch", "bat", "btch"],
  priority: ["pp", "priority"],
  flex: ["fl", "flex"],
  standard: ["std", "standard"],
  shortContext: ["shortco", "shco"],
  longContext: ["longco", "loco"],
  unit: ["tokens", "token", "1m", "1k"],
  dropped: [
    ...[
      "ft",
      "finetuned",
      "dev",
      "rft",
      "trng",
      "hstng",
      "hosting",
      "grader",
      "aud",
      "audio",
      "rt",
      "realtime",
      "tts",
      "transcribe",
    ],
    ...["img", "image", "video", "sora", "ocr", "vision", "prov", "provisioned", "ptu", "mngd", "managed", "unit", "hour"],
  ],
} as const;
type Role = keyof typeof WORDS;

const ROLES: ReadonlyMap<string, Role> = new Map(
  (
    [
      "input",
      "output",
      "cache",
      "write",
      "global",
      "dataZone",
      "regional",
      "batch",
      "priority",
      "flex",
      "standard",
      "shortContext",
      "longContext",
      "unit",
      "dropped",
    ] as const
  ).flatMap((role) => WORDS[role].map((word) => [word, role] as const)),
);

/** A day of release behind the name, `0806` or `08062026`. */
const STAMP = /^\d{4}(\d{4})?$/;

/** Models that are sold in several versions at several prices, by the day in their meters' names. */
const VERSIONS: ReadonlyMap<string, string> = new Map([
  ["4o 0513", "4o-2024-05-13"],
  ["4o 0806", "4o-2024-08-06"],
  ["4o 1120", "4o-2024-11-20"],
]);

/**
 * `"5.6 sol LongCo Cd Wr Std Gl 1M Tokens"` is the cache write of `5.6-sol` for long prompts, global. A word that is none of the grammar's is part of
 * the model's name, so that an odd word leads to no model instead of another one. Null: no meter of text tokens. `isGrok`: a trailing L is a long prompt.
 */
export function readAzureMeter(name: string, { isGrok }: { readonly isGrok: boolean }): AzureMeter | null {
  const words = splitWords(name).filter((word) => ROLES.get(word) !== "unit");
  const isTrailingL = isGrok && words.at(-1) === "l";
  const meterWords = isTrailingL ? words.slice(0, -1) : words;
  const roles = new Set(meterWords.flatMap((word) => ROLES.get(word) ?? []));
  const meter = roles.has("dropped") ? null : meterOf(roles);
  const model = modelOf(meterWords.filter((word) => !ROLES.has(word)));
  if (meter === null || model === "") return null;
  return {
    model,
    meter,
    tier: (["batch", "priority", "flex"] as const).find((tier) => roles.has(tier)) ?? "standard",
    deployment: (["global", "dataZone", "regional"] as const).find((each) => roles.has(each)) ?? null,
    isLongContext: isTrailingL || roles.has("longContext"),
  };
}

function meterOf(roles: ReadonlySet<Role>): Meter | null {
  if (roles.has("cache")) return roles.has("write") ? "cacheWrite5m" : roles.has("output") ? null : "cacheRead";
  if (roles.has("input") === roles.has("output")) return null;
  return roles.has("input") ? "input" : "output";
}

/** The two words of a data zone are one; words that run together are two. */
function splitWords(name: string): readonly string[] {
  const spaced = name.toLowerCase().replaceAll(/data[\s-]zone/g, "datazone");
  return spaced
    .split(/[^0-9a-z.]+/)
    .filter((word) => word !== "")
    .flatMap(splitWord);
}

function splitWord(word: string): readonly string[] {
  if (ROLES.has(word)) return [word];
  const stamped = /^([a-z]+)(\d{4})$/.exec(word);
  if (stamped !== null) return [stamped[1] ?? "", stamped[2] ?? ""];
  for (let at = 2; at < word.length - 1; at += 1) {
    const [head, tail] = [word.slice(0, at), word.slice(at)];
    if (ROLES.has(head) && ROLES.has(tail)) return [head, tail];
  }
  return [word];
}

/** `["gpt", "4o", "1120"]` → `gpt-4o-2024-11-20`; the day of any other model is its only version's, and left out. */
function modelOf(words: readonly string[]): string {
  const stamp = words.find((word) => STAMP.test(word));
  const name = words.filter((word) => word !== stamp);
  const bare = name.filter((word) => word !== "gpt").join(" ");
  const version = VERSIONS.get(`${bare} ${stamp}`);
  return version === undefined ? name.join("-") : `gpt-${version}`;
}
