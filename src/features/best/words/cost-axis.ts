/** What the axis of costs is called, in the drawing that was built and in the chart that takes its place. */
export const COST_AXIS = "cost of a request, and of a month, log scale →";
