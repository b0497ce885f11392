/** Of a fee nobody told us the least that its upper end is taken to be: 5.5 %. */
export const LEAST_UNKNOWN_SHARE = 0.055;
