/** What can be told of a file of code by its lines alone, laid out as the formatter lays them out. */
export interface FunctionSpan {
  /** The first line of its text. */
  readonly head: string;
  /** From 1. */
  readonly line: number;
  /** Without blank ones. */
  readonly lines: number;
}

/** Where a function of more than one line begins: `function a() {`, `=> {`, `=> (`, `method() {`; or its parameters end on a line of their own. */
const OPENS = /\bfunction\b.*\{$|=> [{(]$|^\s*(?:\)|\}\)?)(?:: .+)? (?:=> )?\{$|^\s*(?:async )?\w+\(.*\)(?:: .+)? \{$/;
const IS_NO_FUNCTION = /^\s*(?:if|for|while|switch|catch|with)\b|^\s*\} (?:else|catch|finally|while)/;

/**
 * The functions of a file that are longer than a line; of one whose parameters take lines of their own, the rest from their end.
 * `const add = (a, b) => {` … `};` over three lines → `{ head: "const add = (a, b) => {", line: 1, lines: 3 }`.
 */
export function functionsIn(text: string): readonly FunctionSpan[] {
  const lines = text.split("\n");
  return lines.flatMap((head, at) => {
    if (!OPENS.test(head) || IS_NO_FUNCTION.test(head)) return [];
    const indent = /^\s*/.exec(head)?.[0] ?? "";
    const end = lines.findIndex(
      (line, below) => below > at && line.startsWith(indent) && /^[})\]]/.test(line.slice(indent.length)),
    );
    if (end < 0) return [];
    return [{ head: head.trim(), line: at + 1, lines: lines.slice(at, end + 1).filter((line) => line.trim() !== "").length }];
  });
}

/** The exported functions of a file above which no comment for readers of the code stands, by name. */
export function undocumented(text: string): readonly string[] {
  const lines = text.split("\n");
  return lines.flatMap((line, at) => {
    const name = (EXPORTED.exec(line) ?? (IS_ARROW.test(lines[at + 1] ?? "") ? EXPORTED_BELOW.exec(line) : null))?.[1];
    return name === undefined || lines[at - 1]?.endsWith("*/") === true ? [] : [name];
  });
}

const EXPORTED = /^export (?:async )?(?:function\*? |const (?=\w+(?:: .+)? = (?:async )?(?:<.*>)?(?:\($|\(.*=>|\w+ =>)))(\w+)/;

/** Of a function that begins below its name: `export const add =`, then `(a: number) =>`. */
const EXPORTED_BELOW = /^export const (\w+)(?:: .+)? =$/;
const IS_ARROW = /^\s+(?:async )?(?:<.*>)?(?:\($|\(.*=>|\w+ =>)/;
