/** Two letters and a colour by which the eye finds a maker again in a long list. Ours: no maker's own sign. */
export interface MakerMark {
  readonly letters: string;
  /** Which colour of `styles/marks.css`: 1 to 7. */
  readonly hue: number;
}

const MARK_HUES = 7;

/**
 * The mark of a maker, from the name alone, so that page and browser draw the same. Letters: of the first word, its first letter and the next
 * capital or digit after a small letter; without one, the first letters of the first two words, AI, AGI and Labs left out; without a second
 * word, the first two letters. Colour: the sum of the letters' codes, each times its place, modulo seven.
 * `"DeepSeek"` → DS, `"Nous Research"` → NR, `"Mistral AI"` → Mi.
 */
export function makerMark(name: string): MakerMark {
  const sum = [...name].reduce((total, letter, at) => total + (at + 1) * (letter.codePointAt(0) ?? 0), 0);
  return { letters: lettersOf(name), hue: (sum % MARK_HUES) + 1 };
}

function lettersOf(name: string): string {
  const [first = "", ...more] = name.split(/[^\p{L}\p{N}.]+/u).filter(Boolean);
  const word = first.replaceAll(".", "");
  const inner = /\p{Ll}([\p{Lu}\p{N}])/u.exec(word)?.[1] ?? more.find(isOwnWord);
  return inner === undefined ? [...word].slice(0, 2).join("") : `${firstLetter(word)}${firstLetter(inner)}`;
}

/** Words that half of the makers have. */
const isOwnWord = (word: string): boolean => !["AI", "AGI", "Labs"].includes(word);

const firstLetter = (word: string): string => [...word][0] ?? "";
