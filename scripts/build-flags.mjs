/**
 * How Node builds the site: a larger nursery, or the collector copies every page's garbage twice; a heap it need not grow into; and without the
 * heavier of two optimising compilers: a build lives for seconds, and what that one gains it takes itself. Of the processor, the kernel left out:
 * 15.8 s in place of 18.4; at 10,000 models 130 in place of 133.
 */
export const BUILD_FLAGS = ["--max-semi-space-size=64", "--min-semi-space-size=64", "--initial-heap-size=2000", "--no-turbofan"];
