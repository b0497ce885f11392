/**
 * How Node runs a night: a small nursery and a heap that at most doubles between two collections. It takes under 300 MB so, and half as much
 * again without.
 */
export const NIGHT_FLAGS = ["--max-semi-space-size=8", "--heap-growing-percent=90"];
