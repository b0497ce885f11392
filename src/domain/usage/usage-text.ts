/** One value is one response; several are the events or chunks of a streamed one. */
export type PastedResponse = readonly unknown[];

/**
 * What a paste holds: one JSON value, a value a line, the events of a stream (`data: {…}` lines), or any of these as Python prints them
 * (`{'input_tokens': 5, 'cached': None}`, `Usage(input_tokens=5)`). A byte-order mark is passed over. Null for any other text.
 */
export function readPaste(pasted: string): readonly PastedResponse[] | null {
  const text = pasted.replace(/^\uFEFF/, "").trim();
  if (/^(event|data|id|retry):/m.test(text) && /^data:/m.test(text)) return streamsOf(text);
  const values = valuesOf(text, parse) ?? valuesOf(jsonOfPython(text), parse);
  return values === null ? null : together(values);
}

/** One value, or one a line. */
function valuesOf(text: string, read: (text: string) => unknown): readonly unknown[] | null {
  const whole = read(text);
  if (whole !== undefined) return Array.isArray(whole) ? whole : [whole];
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const values = lines.map(read);
  return values.length < 2 || values.includes(undefined) ? null : values;
}

/** Undefined for what is no JSON: JSON has no value of that kind. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const PYTHON_TOKEN = /'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|\b(None|True|False)\b|\b([A-Za-z_]\w*)\(|\)|\b([A-Za-z_]\w*)=/gs;
const WORDS: Readonly<Record<string, string>> = { None: "null", True: "true", False: "false" };

/** `{'a': None}` → `{"a": null}`, `Usage(input_tokens=5)` → `{"input_tokens": 5}`. Strings keep what they say. */
function jsonOfPython(text: string): string {
  return text.replace(PYTHON_TOKEN, (token, single, double, word, call, field) => {
    if (single !== undefined) return JSON.stringify(single.replace(/\\(.)/gs, "$1"));
    if (double !== undefined) return token;
    if (word !== undefined) return WORDS[word] ?? token;
    if (call !== undefined) return "{";
    return field === undefined ? "}" : `"${field}":`;
  });
}

/** The events of server-sent streams, one list a response. https://html.spec.whatwg.org/multipage/server-sent-events.html */
function streamsOf(text: string): readonly PastedResponse[] | null {
  const events = text
    .split(/\r?\n/)
    .flatMap((line) => /^data:\s?(.*)$/.exec(line)?.slice(1) ?? [])
    .filter((data) => data !== "");
  const values = events.map((data) => (data.trim() === "[DONE]" ? null : parse(data)));
  if (values.includes(undefined)) return null;
  const streams: unknown[][] = [];
  for (const value of values) {
    const last = streams.at(-1);
    if (value === null || last === undefined || startsStream(value, last)) streams.push(value === null ? [] : [value]);
    else last.push(value);
  }
  return streams.filter((stream) => stream.length > 0);
}

/** A first event says so, or has another id than the one before. */
function startsStream(value: unknown, stream: readonly unknown[]): boolean {
  if (stream.length === 0) return false;
  if (["message_start", "response.created"].includes(String(fieldOf(value, "type")))) return true;
  const [id, before] = [idOf(value), stream.map(idOf).find((each) => each !== null) ?? null];
  return id !== null && before !== null && id !== before;
}

/** Neighbours of one id are chunks of one response: Google streams a list of them, each with the counts so far. */
function together(values: readonly unknown[]): readonly PastedResponse[] {
  const responses: unknown[][] = [];
  for (const value of values) {
    const last = responses.at(-1);
    const id = idOf(value);
    if (last !== undefined && id !== null && id === idOf(last[0])) last.push(value);
    else responses.push([value]);
  }
  return responses;
}

function idOf(value: unknown): string | null {
  const id = fieldOf(value, "responseId") ?? fieldOf(value, "response_id") ?? fieldOf(value, "id");
  return typeof id === "string" && id !== "" ? id : null;
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Object.entries(value).find(([key]) => key === name)?.[1] : undefined;
}
