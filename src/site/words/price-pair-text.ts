import { formatUsdPerMTok, WORDS } from "../format.ts";

export function pairText({ input, output }: { readonly input: number | null; readonly output: number | null }): string {
  const text = (price: number | null) => (price === null ? WORDS.unknown : price === 0 ? WORDS.free : formatUsdPerMTok(price));
  return `${text(input)} in · ${text(output)} out`;
}
