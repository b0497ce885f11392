/** A model's place in its maker's line, read from its id. */
export interface ModelVersion {
  /** The id without what counts the versions: `anthropic/claude-opus`. */
  readonly line: string;
  /** The numbers of the version, the weightiest first. */
  readonly version: readonly number[];
  /** The day or month a snapshot is named by (`0731`, `2512`, `20251101`); 0 = none. */
  readonly snapshot: number;
}

/** Words that say how finished a version is, not which line it is of. */
const STAGES: ReadonlySet<string> = new Set(["preview", "exp", "beta", "latest"]);

/**
 * The line and the version of a model: `anthropic/claude-opus-4.8` → `anthropic/claude-opus` at 4, 8; `qwen/qwen4-max` → `qwen/qwen-max` at 4;
 * `deepseek/deepseek-v4.1-flash-1017` → `deepseek/deepseek-v-flash` at 4, 1 of 1017. A size is no version: `acme/nova-70b` stays.
 */
export function modelVersion(id: string): ModelVersion {
  const [maker = "", slug = ""] = id.split("/");
  const words = slug.split("-").map(readWord);
  const line = words.flatMap(({ text }) => (text === "" || STAGES.has(text) ? [] : [text])).join("-");
  const numbers = words.flatMap(({ numbers: wordNumbers }) => wordNumbers);
  const isSnapshot = (text: string) => text.length >= 4;
  return {
    line: `${maker}/${line}`,
    version: numbers.filter((text) => !isSnapshot(text)).map(Number),
    snapshot: Number(numbers.findLast(isSnapshot) ?? 0),
  };
}

function readWord(word: string): { readonly text: string; readonly numbers: readonly string[] } {
  const [, text, digits] = /^([a-z]*?)(\d+(?:\.\d+)*)$/.exec(word) ?? [];
  return digits === undefined ? { text: word, numbers: [] } : { text: text ?? "", numbers: digits.split(".") };
}

/** Newer versions first: 4.1 before 4, 5 before 4.9; of one version the later snapshot. */
export function newerVersionFirst(a: ModelVersion, b: ModelVersion): number {
  for (let index = 0; index < Math.max(a.version.length, b.version.length); index += 1) {
    const difference = (b.version[index] ?? -1) - (a.version[index] ?? -1);
    if (difference !== 0) return difference;
  }
  return b.snapshot - a.snapshot;
}
