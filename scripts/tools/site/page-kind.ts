/** Pages of one template: the first word of the path and its depth. `/models/a/b/` → `/models/…/…`. */
export function pageKind(path: string): string {
  const words = path.split("/").filter((word) => word !== "");
  return words.length < 2 ? `/${words.join("")}` : `/${words[0]}${"/…".repeat(words.length - 1)}`;
}
