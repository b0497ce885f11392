/**
 * The first list that a JavaScript module holds, read as data and never run: packages publish tables as code. Objects, lists, strings, numbers,
 * `!0` and `!1`; anything else (a call, a variable, a template with an expression) throws with its place.
 * `const A = [{ id: "a", is: !0 }]; …` → `[{ id: "a", is: true }]`.
 */
export function firstListOfModule(module: string): unknown {
  const begin = module.search(/(?<==\s*)\[/);
  if (begin === -1) throw new Error("the module assigns no list");
  return new LiteralReader(module, begin).value();
}

const WORDS: Readonly<Record<string, unknown>> = { "!0": true, "!1": false, true: true, false: false, null: null };

class LiteralReader {
  readonly #text: string;
  #at: number;

  constructor(text: string, at: number) {
    this.#text = text;
    this.#at = at;
  }

  value(): unknown {
    this.#skipSpace();
    const first = this.#text[this.#at];
    if (first === "{") return this.#table();
    if (first === "[") return this.#list();
    const string = this.#string();
    if (string !== null) return string;
    const number = this.#take(/-?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?/y);
    if (number !== null) return Number(number);
    const word = this.#take(/!0|!1|(?:true|false|null)\b/y);
    if (word === null) throw this.#fault("no literal");
    return WORDS[word];
  }

  #list(): readonly unknown[] {
    const items: unknown[] = [];
    this.#at += 1;
    while (!this.#ends("]")) {
      items.push(this.value());
      this.#separator("]");
    }
    return items;
  }

  #table(): Readonly<Record<string, unknown>> {
    const fields: [string, unknown][] = [];
    this.#at += 1;
    while (!this.#ends("}")) {
      const name = this.#string() ?? this.#take(/[\w$]+/y);
      if (name === null || !this.#ends(":")) throw this.#fault("no field");
      fields.push([name, this.value()]);
      this.#separator("}");
    }
    return Object.fromEntries(fields);
  }

  /** In any of the three quotes; a template that computes is not read. */
  #string(): string | null {
    const text = this.#take(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\$]|\\.|\$(?!\{))*`/sy);
    return text === null ? null : unescaped(text.slice(1, -1));
  }

  #separator(end: string): void {
    this.#skipSpace();
    if (this.#text[this.#at] === ",") this.#at += 1;
    else if (this.#text[this.#at] !== end) throw this.#fault(`neither "," nor "${end}"`);
  }

  #ends(end: string): boolean {
    this.#skipSpace();
    if (this.#text[this.#at] !== end) return false;
    this.#at += 1;
    return true;
  }

  #take(pattern: RegExp): string | null {
    pattern.lastIndex = this.#at;
    const token = pattern.exec(this.#text)?.[0] ?? null;
    this.#at += token?.length ?? 0;
    return token;
  }

  #skipSpace(): void {
    this.#take(/\s*/y);
  }

  #fault(what: string): Error {
    return new Error(`${what} at ${this.#at}: ${this.#text.slice(this.#at, this.#at + 40)}`);
  }
}

const ESCAPES: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r", b: "\b", f: "\f", v: "\v", 0: "\0" };

const unescaped = (text: string): string =>
  text.replace(/\\(?:u\{([\da-f]+)\}|u([\da-f]{4})|x([\da-f]{2})|(\r?\n)|(.))/gis, (_, long, four, two, newline, escaped) => {
    const code = long ?? four ?? two;
    if (code !== undefined) return String.fromCodePoint(Number.parseInt(code, 16));
    return newline === undefined ? (ESCAPES[String(escaped)] ?? String(escaped)) : "";
  });
