import { scaleBand as band, scaleLinear as linear, scaleLog as log, scalePoint as point } from "d3-scale";

/** The scales that our charts have. Recharts looks scales up by name among all there are, which would bring those of time and colour along. */
export const [scaleBand, scaleLinear, scaleLog, scalePoint] = [band, linear, log, point];
