/** Where a request is answered, as a sentence names it, by its group. */
export const REGION_NAMES: Readonly<Record<string, string>> = {
  global: "any region",
  us: "the US",
  eu: "the EU",
  uk: "the UK",
  ch: "Switzerland",
  apac: "Asia-Pacific",
  cn: "China",
  ca: "Canada",
  sa: "South America",
  me: "the Middle East",
  af: "Africa",
  gov: "US government regions",
};

/** `FR` → France. */
export const COUNTRIES = new Intl.DisplayNames(["en"], { type: "region" });
