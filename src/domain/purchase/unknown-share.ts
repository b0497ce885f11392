/** The least that the upper end of an unknown fee is taken to be: 5.5 %. */
export const LEAST_UNKNOWN_SHARE = 0.055;
