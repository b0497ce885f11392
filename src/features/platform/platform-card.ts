import { platformRowsOf, platforms, run } from "../../data/catalog.ts";
import type { Platform } from "../../domain/platform/platform.ts";
import { type PlatformSummary, summarise } from "../../domain/platform/platform-summary.ts";
import { formatCount } from "../../site/format.ts";
import { deltaFigure } from "../../site/image/delta-figure.ts";
import type { CardContent, SocialFigure } from "../../site/image/social-card.ts";
import { socialCards } from "../../site/image/social-cards.ts";
import { drawableName } from "../../site/image/social-font.ts";
import * as paths from "../../site/paths.ts";
import { feeSummary, KIND_WORDS } from "../../site/words/platform-facts.ts";

export const platformCards = socialCards(
  platforms.map((platform) => [paths.platform(platform.id), () => platformCard(platform)]),
);

function platformCard(platform: Platform): CardContent {
  const { id, name, kind } = platform;
  const { says } = KIND_WORDS[kind];
  const fee = feeSummary(platform, run.asOf);
  const fees = fee === "unknown" ? "Its fees are unknown." : `Fees: ${fee}.`;
  return {
    kind: "Platform",
    title: drawableName(name, id),
    says: `${says.charAt(0).toUpperCase()}${says.slice(1)}. ${fees}`,
    picture: { kind: "figures", figures: platformFigures(summarise(platformRowsOf(id))) },
  };
}

function platformFigures({ models, compared, cheaper, equal, dearer, medianDeltaBps }: PlatformSummary): readonly SocialFigure[] {
  const size = { value: formatCount(models), label: models === 1 ? "model sold" : "models sold" };
  if (compared === 0 || medianDeltaBps === null) return [size, { value: "–", label: "no offer comparable with a list price" }];
  return [
    size,
    { ...deltaFigure(medianDeltaBps), label: "median input price to list" },
    { value: formatCount(cheaper), label: "offers cheaper" },
    { value: formatCount(equal), label: "offers at list" },
    { value: formatCount(dearer), label: "offers more expensive" },
  ];
}
