/** Why a step runs although another failed: what `failure()` and its kin answer. */
export interface JobState {
  readonly failed: boolean;
}

/** `steps.refresh.outputs.status` → its text; null where nothing of that name is known. */
export type Lookup = (path: string) => string | null;

interface Value {
  readonly text: string;
  readonly isTrue: boolean;
}

const TOKEN = /\s*(?:'((?:[^']|'')*)'|(==|!=|&&|\|\||[!()])|([A-Za-z_][\w.-]*)(\(\))?)/y;
interface Token {
  readonly kind: "text" | "sign" | "name" | "call";
  readonly text: string;
}

/**
 * The part of GitHub's expressions that the workflows here use: texts, paths, `== != && || ! ( )` and the four status functions.
 * Anything else throws: a step must not run here by accident. `evaluate("steps.a.outputs.n == '1'", …)`.
 */
export function evaluate(expression: string, lookup: Lookup, state: JobState): Value {
  const reader = { tokens: tokensOf(expression), at: 0, lookup, state };
  const value = either(reader);
  if (reader.at < reader.tokens.length) throw new Error(`${expression}: what is ${reader.tokens[reader.at]?.text} for?`);
  return value;
}

/** Whether a step with this `if` runs. Without a status function it runs only while all went well. */
export function isMet(condition: string | undefined, lookup: Lookup, state: JobState): boolean {
  if (condition === undefined) return !state.failed;
  const bare = condition.replace(/^\s*\$\{\{(.*)\}\}\s*$/s, "$1");
  const saysWhen = tokensOf(bare).some(({ kind }) => kind === "call");
  return (saysWhen || !state.failed) && evaluate(bare, lookup, state).isTrue;
}

/** A text with every `${{ … }}` in it replaced. */
export function filledIn(text: string, lookup: Lookup, state: JobState): string {
  return text.replace(/\$\{\{(.*?)\}\}/gs, (_, expression: string) => evaluate(expression.trim(), lookup, state).text);
}

interface Reader {
  readonly tokens: readonly Token[];
  at: number;
  readonly lookup: Lookup;
  readonly state: JobState;
}

function tokensOf(expression: string): readonly Token[] {
  const pattern = new RegExp(TOKEN);
  const tokens: Token[] = [];
  while (pattern.lastIndex < expression.trimEnd().length) {
    const found = pattern.exec(expression);
    if (found === null) throw new Error(`${expression}: cannot be read`);
    const [, text, sign, name, call] = found;
    if (text !== undefined) tokens.push({ kind: "text", text: text.replaceAll("''", "'") });
    else if (sign !== undefined) tokens.push({ kind: "sign", text: sign });
    else tokens.push({ kind: call === undefined ? "name" : "call", text: name ?? "" });
  }
  return tokens;
}

const truth = (isTrue: boolean): Value => ({ text: String(isTrue), isTrue });

function takes(reader: Reader, ...signs: readonly string[]): string | null {
  const token = reader.tokens[reader.at];
  if (token?.kind !== "sign" || !signs.includes(token.text)) return null;
  reader.at += 1;
  return token.text;
}

function either(reader: Reader): Value {
  let value = both(reader);
  while (takes(reader, "||") !== null) {
    const next = both(reader);
    value = value.isTrue ? value : next;
  }
  return value;
}

function both(reader: Reader): Value {
  let value = compared(reader);
  while (takes(reader, "&&") !== null) {
    const next = compared(reader);
    value = value.isTrue ? next : value;
  }
  return value;
}

function compared(reader: Reader): Value {
  const left = single(reader);
  const sign = takes(reader, "==", "!=");
  if (sign === null) return left;
  // GitHub compares texts without regard to case.
  const isSame = left.text.toLowerCase() === single(reader).text.toLowerCase();
  return truth(isSame === (sign === "=="));
}

function single(reader: Reader): Value {
  if (takes(reader, "!") !== null) return truth(!single(reader).isTrue);
  if (takes(reader, "(") !== null) {
    const value = either(reader);
    if (takes(reader, ")") === null) throw new Error("a bracket is not closed");
    return value;
  }
  const token = reader.tokens[reader.at];
  reader.at += 1;
  if (token === undefined || token.kind === "sign") throw new Error("a value is missing");
  if (token.kind === "text") return { text: token.text, isTrue: token.text !== "" };
  return token.kind === "call" ? truth(answered(token.text, reader.state)) : looked(token.text, reader.lookup);
}

function answered(name: string, { failed }: JobState): boolean {
  switch (name) {
    case "always":
      return true;
    case "success":
      return !failed;
    case "failure":
      return failed;
    case "cancelled":
      return false;
    default:
      throw new Error(`${name}(): not a function known here`);
  }
}

function looked(path: string, lookup: Lookup): Value {
  const text = lookup(path);
  if (text === null) throw new Error(`${path}: nothing of that name is known`);
  return { text, isTrue: text !== "" && text !== "false" };
}
