import { formatCount, formatPrice, WORDS } from "../../site/format.ts";
import type { FinderData } from "./find-models.ts";

/** A column of the list of models that is there only for who asks for it. */
interface ExtraColumn {
  readonly label: string;
  /** The cell of the model at a place of the data. */
  text(data: FinderData, at: number): string;
}

/** Quality in whole points, and the lowest input price of any seller, dollars per million tokens: `1,400`, `0.07`. */
export const EXTRA_COLUMNS: readonly ExtraColumn[] = [
  { label: "Quality", text: ({ quality }, at) => countText(quality[at]) },
  { label: "Lowest input", text: ({ lowestInput }, at) => priceText(lowestInput[at]) },
];

const countText = (count: number | null | undefined): string => (count == null ? "not rated" : formatCount(count));
const priceText = (micro: number | null | undefined): string =>
  micro == null ? WORDS.unknown : micro === 0 ? WORDS.free : formatPrice(micro);
