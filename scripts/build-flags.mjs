/** How Node builds the site: a larger nursery, or the collector copies every page's garbage twice. It gains nothing to begin at its full size. */
export const BUILD_FLAGS = ["--max-semi-space-size=64"];
