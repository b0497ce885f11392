export type Direction = "ascending" | "descending";
