import { integerToDecimal } from "../../../src/domain/money/decimal.ts";
import { sellerOn } from "../../../src/domain/platform/platform.ts";
import { type ListDispute, type ListReading, listDispute } from "../../../src/domain/reference/list-check.ts";
import type { Finding } from "../../../src/domain/source/finding.ts";
import type { Store } from "../pipeline/store.ts";
import type { NightAssessor } from "./night-assessor.ts";

/**
 * A night with its list prices held against each maker's own endpoint on OpenRouter and against the catalogues: what is said later and otherwise
 * is a finding with both figures, beside those that the merge has.
 */
export function withListCheck(night: Store, { tables, assess }: NightAssessor): Store {
  if (night.run === null) return night;
  const { asOf, findings } = night.run;
  const sellers = new Map(tables.platforms.map((platform) => [platform.id, sellerOn(platform, asOf, tables.hosts)]));
  const byModel = Map.groupBy(assess({ asOf, ...night }), ({ model }) => model);
  const secondsByOffer = Map.groupBy(night.seconds, ({ offer }) => offer);
  const disputeFindings = night.models.flatMap(({ id, maker }) => {
    const dispute = listDispute(byModel.get(id) ?? [], maker, sellers, (offer) => secondsByOffer.get(offer) ?? []);
    return dispute === null ? [] : [findingOf(id, dispute)];
  });
  return { ...night, run: { ...night.run, findings: [...findings, ...disputeFindings].toSorted(byRule) } };
}

const findingOf = (model: string, { list, other }: ListDispute): Finding => ({
  ...{ rule: "listMayHaveChanged", action: "note", scope: "model", subject: model },
  detail: `${voiceText(list)}; ${voiceText(other)}: re-read ${list.url}`,
});

/** `list-prices of 2026-10-07 says $0.4 in, $1.6 out`. */
const voiceText = ({ source, day, prices: { input, output } }: ListReading): string =>
  `${source} of ${day} says ${usd(input)} in, ${usd(output)} out`;

const usd = (micro: number | undefined): string => (micro === undefined ? "nothing" : `$${integerToDecimal(micro)}`);

function byRule(a: Finding, b: Finding): number {
  const key = ({ rule, subject, detail }: Finding) => `${rule} ${subject} ${detail}`;
  return key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0;
}
