import { valueOn } from "../../domain/money/fact.ts";
import type { DataPolicy, Platform, PlatformIdentity } from "../../domain/platform/platform.ts";
import type { PriceGrade } from "../../domain/platform/price-grade.ts";
import { sourceFacts } from "../../domain/source/sources.ts";
import { formatDay, formatPlural } from "../../site/format.ts";
import { COUNTRIES } from "../../site/platform/region-words.ts";

/** Who runs a platform, short enough for a list: `Cortecs GmbH, Austria (as third parties say)`, `not known`. */
export function ownerInShort({ identity }: Pick<Platform, "identity">, asOf: string): string {
  const owner = valueOn(identity, asOf);
  if (owner === null || (owner.legalName === null && owner.country === null)) return NOT_KNOWN;
  const country = owner.country === null ? "country not known" : (COUNTRIES.of(owner.country) ?? owner.country);
  return `${owner.legalName ?? "no legal name found"}, ${country}${basisText(owner)}`;
}

/** A name that we did not read in the platform's own documents says so. */
function basisText({ legalName, basis }: PlatformIdentity): string {
  if (legalName === null || basis === "read") return "";
  return basis === "thirdParty" ? " (as third parties say)" : " (unchecked)";
}

/** What it does with prompts: `no training on API data, kept up to 30 days`, `not known`. What is news alone stands after what is told of both. */
export function policyInShort({ dataPolicy }: Pick<Platform, "dataPolicy">, asOf: string): string {
  const policy = valueOn(dataPolicy, asOf);
  if (policy === null) return NOT_KNOWN;
  if (saysWhatIsKept(policy)) return [trainingText(policy), retentionText(policy)].join(", ");
  const told = valueOn(
    dataPolicy?.filter(({ value }) => saysWhatIsKept(value)),
    asOf,
  );
  return told === null ? policy.says : `${trainingText(told)}, ${retentionText(told)}. ${policy.says}`;
}

const saysWhatIsKept = ({ trainsOnApiData, retentionDays }: DataPolicy): boolean =>
  trainsOnApiData !== null || retentionDays !== null;

function trainingText({ trainsOnApiData }: DataPolicy): string {
  if (trainsOnApiData === null) return "training not said";
  return trainsOnApiData ? "trains on API data" : "no training on API data";
}

function retentionText({ retentionDays }: DataPolicy): string {
  if (retentionDays === null) return "retention not said";
  return retentionDays === 0 ? "nothing kept" : `kept up to ${formatPlural(retentionDays, "day")}`;
}

/** How its prices are known, with the grade: `A: confirmed by the platform`. Null = it sells nothing any more. */
export function gradeInShort(grade: PriceGrade | null): string {
  switch (grade?.grade) {
    case undefined:
      return "–";
    case "A":
      return grade.readBy === "us"
        ? "A: confirmed by the platform"
        : `A: copied from its API by ${sourceFacts(grade.newest.id).name}`;
    case "B":
      return "B: written down from its page";
    case "C":
      return `C: ${STATED[grade.states]}`;
    case "D":
      return "D: no public price of its own known";
    default:
      return grade satisfies never;
  }
}

/** The newest day its own prices were read; null = no source of ours reads them. */
export const lastReadOn = (grade: PriceGrade | null): string | null =>
  grade !== null && "newest" in grade ? formatDay(grade.newest.readAt) : null;

const STATED = {
  api: "copied from catalogues; no source of ours reads its API",
  page: "copied from catalogues; no source of ours reads its page",
  claim: "its own claim, in its articles or code",
} as const;

const NOT_KNOWN = "not known";
