import type { Finding } from "../../src/domain/finding.ts";
import type { MatchedReading } from "./merge.ts";
import { CLOUDS } from "./precedence.ts";

export interface WithoutLeftovers {
  readonly matched: readonly MatchedReading[];
  readonly findings: readonly Finding[];
}

/**
 * LiteLLM keeps rows of models their platforms stopped selling long ago (268 at Fireworks, 54 at DeepInfra on 2026-08-21). Where another
 * source reads the same platform and does not list the model, LiteLLM's row is no offer. The clouds are LiteLLM's own ground and stay.
 */
export function withoutLeftovers(matched: readonly MatchedReading[]): WithoutLeftovers {
  const others = matched.filter(({ reading }) => reading.source.id !== LITELLM);
  const platforms = new Set(others.map(({ reading }) => reading.key.platform));
  const sold = new Set(others.map(placeOf));
  const isLeftover = (row: MatchedReading) =>
    row.reading.source.id === LITELLM &&
    !CLOUDS.has(row.reading.key.platform) &&
    platforms.has(row.reading.key.platform) &&
    !sold.has(placeOf(row));
  const leftovers = matched.filter(isLeftover);
  return { matched: matched.filter((row) => !isLeftover(row)), findings: leftovers.length === 0 ? [] : [finding(leftovers)] };
}

const LITELLM = "litellm";
const placeOf = ({ model, reading }: MatchedReading): string => `${model}@${reading.key.platform}`;

function finding(leftovers: readonly MatchedReading[]): Finding {
  const places = [...new Set(leftovers.map(placeOf))];
  const detail = `${leftovers.length} rows of ${places.length} models whose platform another source reads without them: left out`;
  return { rule: "leftoverRows", action: "note", scope: "source", subject: LITELLM, detail };
}
