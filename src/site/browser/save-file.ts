/** Gives the reader a file to keep. */
export function saveFile(file: Blob, name: string): void {
  const anchor = document.createElement("a");
  anchor.href = URL.createObjectURL(file);
  anchor.download = name;
  anchor.click();
  URL.revokeObjectURL(anchor.href);
}

/** Lines of values as CSV. A cell that a spreadsheet would run as a formula gets an apostrophe; numbers stay numbers. */
export async function csvFile(records: readonly (readonly (string | number)[])[]): Promise<Blob> {
  const { stringify } = await import("csv-stringify/browser/esm/sync");
  const csv = stringify(
    records.map((record) => [...record]),
    { escape_formulas: true },
  );
  return new Blob([csv], { type: "text/csv" });
}
