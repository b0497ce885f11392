/** A bug put in on purpose, to see that a test finds it: in one file one text is replaced by another. */
export interface Mutant {
  /** What the bug does, as a reader would report it. */
  readonly bug: string;
  readonly file: string;
  /** Is in the file exactly once: one that no longer does is stale, and must be written again. */
  readonly from: string;
  readonly to: string;
  /** The test files of which one must fail. */
  readonly tests: readonly string[];
}

/** A file's text with the bug in it. Throws where the text to replace is not there exactly once. */
export function mutated({ bug, file, from, to }: Mutant, text: string): string {
  const places = text.split(from).length - 1;
  if (places !== 1) throw new Error(`stale mutant “${bug}”: its text stands ${places} times in ${file}`);
  return text.replace(from, () => to);
}
