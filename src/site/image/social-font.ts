import subsets from "@fontsource/inter/unicode.json" with { type: "json" };

/** The parts of Inter an image is drawn with; a character of none of them cannot be drawn. */
export const SUBSETS = ["latin", "latin-ext", "greek", "cyrillic", "vietnamese"] as const;

/** What no part has, or draws nothing: other scripts, pictographs, controls. */
const UNDRAWABLE = new RegExp(
  `[^${SUBSETS.map((name) => rangesOf(subsets[name])).join("")}]|[\\p{Cc}\\p{Cf}\\p{Co}\\p{Zl}\\p{Zp}]`,
  "gu",
);

/** A text without the characters the font lacks; every space is a plain one. */
export function drawableText(text: string): string {
  return text.normalize("NFC").replace(/\s+/g, " ").replace(UNDRAWABLE, "").replace(/ {2,}/g, " ").trim();
}

/** A name, or where its letters cannot be drawn, the id: `文心 4.5` → `baidu/ernie-4.5`. */
export function drawableName(name: string, id: string): string {
  const lost = name.normalize("NFC").match(UNDRAWABLE)?.join("") ?? "";
  return /[\p{L}\p{N}]/u.test(lost) || drawableText(name) === "" ? id : name;
}

/** `U+0000-00FF,U+0131` → the same for a character class. */
function rangesOf(list: string): string {
  const code = (hex: string) => `\\u{${hex}}`;
  return list
    .split(",")
    .map((range) => range.replace("U+", "").split("-").map(code).join("-"))
    .join("");
}
