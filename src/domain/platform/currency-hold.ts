/** The rule by which an offer in another currency is held; it ends with the first rate that is read. Alone here: code for the browser asks for it. */
export const CURRENCY_HOLD = "currency";
