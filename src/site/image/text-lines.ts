/** How wide a text is, in pixels. */
export type Measure = (text: string) => number;

/**
 * A text in at most so many lines of a width, broken between words, a word that is wider than a line inside; what is left over goes, and the last
 * line ends with an ellipsis. `textLines("one two", 4, 2, (text) => text.length)` → `["one", "two"]`.
 */
export function textLines(text: string, width: number, lines: number, measure: Measure): readonly string[] {
  const broken: string[] = [];
  let remaining = text;
  while (remaining !== "" && broken.length < lines - 1) {
    const line = firstLine(remaining, width, measure);
    broken.push(line.trimEnd());
    remaining = remaining.slice(line.length).trimStart();
  }
  return remaining === "" ? broken : [...broken, cutText(remaining, width, measure)];
}

/** A text that fits a width: itself, or its start and an ellipsis. `cutText("one two", 5, (text) => text.length)` → `"one…"`. */
export function cutText(text: string, width: number, measure: Measure): string {
  if (measure(text) <= width) return text;
  const most = longestThat([...text].length, (count) => measure(`${start(text, count)}…`) <= width);
  return most === 0 ? "" : `${start(text, most)}…`;
}

/** As many whole words as fit, or of a word that does not, as many letters; one at least. Words are measured one by one: they come again and again. */
function firstLine(text: string, width: number, measure: Measure): string {
  const words = text.split(" ");
  let [whole, end] = [0, 0];
  for (const word of words) {
    end += measure(word) + (whole === 0 ? 0 : measure(" "));
    if (end > width) break;
    whole += 1;
  }
  if (whole > 0) return words.slice(0, whole).join(" ");
  const letters = [...(words[0] ?? "")];
  const most = longestThat(letters.length, (count) => measure(letters.slice(0, count).join("")) <= width);
  return letters.slice(0, Math.max(1, most)).join("");
}

const start = (text: string, letters: number): string => [...text].slice(0, letters).join("").trimEnd();

/** The largest number up to `most` of which it is true, where it is true of all below; 0 of none. */
function longestThat(most: number, isTrue: (count: number) => boolean): number {
  let [low, high] = [0, most];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (isTrue(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}
