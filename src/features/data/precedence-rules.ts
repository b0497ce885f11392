import { MAX_AGING_DAYS } from "../../domain/source/age-class.ts";
import { DISAGREEMENT_BPS } from "../../domain/source/disagreement.ts";
import { CATALOGUE_IDS, sourceFacts } from "../../domain/source/sources.ts";
import { formatPercent } from "../../site/format.ts";
import * as paths from "../../site/paths.ts";
import { shownAs } from "../../site/words/source-name.ts";

/** The part of `/methodology/` on which of several readings is an offer's price, its order from the table of sources. */
export const precedenceRules =
  (): string => `Where several sources name the same offer, the first in this order is its price, and the others are shown where they differ:

1. A reading within the days its source is given, before an older one, before one of over ${MAX_AGING_DAYS} days. A price that a person wrote down steps back where the platform itself, or two catalogues that agree, were seen to change after it.
2. Of these, the one that is known better: in the order of the [first table](${paths.absolute(paths.methodology("who-may-be-called-cheapest"))}).
3. Of these, by source: the platform’s API, its page, its page written down by a person, ${cataloguesBy("elsewhere")}. For Bedrock, Vertex and Azure: ${cataloguesBy("clouds")}.

Input, output, cache and long-prompt prices of an offer come from one reading. What it leaves out is filled in only by one that agrees with it on input and output within ${formatPercent(DISAGREEMENT_BPS)}, and never where the platform’s own API names all it sells.

How long a request a model takes is what OpenRouter’s list says, where its sellers bear that out: longer where the maker’s own platform and another seller name more, or most sellers do; shorter where none of two or more names as much; and where no list says, what two sellers name. How long an answer may be is the maker’s own figure or a list’s. Nine tenths of the context, which OpenRouter writes where a host names no limit, are no such figure. Whether weights are open, and when a model came, is what lists say, unless a person read the maker’s own word for something else; where neither says when it came, that is the first day of the maker’s first price.`;

/** In the order of trust: `pi-ai, models.dev, LiteLLM, genai-prices`. */
const cataloguesBy = (where: "clouds" | "elsewhere"): string =>
  CATALOGUE_IDS.toSorted((a, b) => sourceFacts(a).rank[where] - sourceFacts(b).rank[where])
    .map(shownAs)
    .join(", ");
