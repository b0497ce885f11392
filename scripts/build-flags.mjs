/**
 * How Node builds the site: a larger nursery, or the collector copies every page's garbage twice; a heap it need not grow into; and the lighter of
 * two optimising compilers, later: a build lives for seconds, and what the heavier one gains it takes itself (17.7 s of processor without these
 * three, 15.4 with them; at 10,000 models 133 and 140).
 */
export const BUILD_FLAGS = [
  "--max-semi-space-size=64",
  "--initial-heap-size=1000",
  "--no-turbofan",
  "--invocation-count-for-maglev=800",
];
