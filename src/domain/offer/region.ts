/** The parts of the world that a region belongs to. */
export const REGION_GROUPS = ["global", "us", "eu", "uk", "ch", "apac", "cn", "ca", "sa", "me", "af", "gov"] as const;
export type RegionGroup = (typeof REGION_GROUPS)[number];

const RULES: readonly (readonly [RegExp, RegionGroup])[] = [
  [/^global$/, "global"],
  [/^(us-?gov|usgov)/, "gov"],
  [/^cn(-|$)|^china/, "cn"],
  [/^(uk|eu-west-2|europe-west2)(-|$)|^uk(south|west)/, "uk"],
  [/^switzerland|^europe-west6|^eu-central-2/, "ch"],
  [/^(eu|europe)(-|$)|^(sweden|germany|france|norway|poland|spain|italy|westeurope|northeurope)/, "eu"],
  [
    /^(us|northamerica-south)(-|$)|^us-?(east|west|central|south|north)|^(east|west|central|northcentral|southcentral|westcentral)us/,
    "us",
  ],
  [/^(ca|northamerica-northeast)(-|$)|^canada/, "ca"],
  [/^(sa|southamerica)(-|$)|^brazil/, "sa"],
  [/^(me|il)(-|$)|^(uae|qatar|israel)/, "me"],
  [/^(af|africa)(-|$)|^southafrica/, "af"],
  [
    /^(apac|ap|au|jp|asia|australia|in|kr|sg)(-|$)|^(japan|korea|australia|eastasia|southeastasia|centralindia|southindia|jioindia|singapore)/,
    "apac",
  ],
];

/** `"eu-west-1"` → `"eu"`; a region nobody has mapped is null, never guessed. */
export function regionGroup(region: string | null): RegionGroup | null {
  if (region === null) return null;
  return RULES.find(([pattern]) => pattern.test(region.toLowerCase()))?.[1] ?? null;
}
