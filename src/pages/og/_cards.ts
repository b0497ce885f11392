import { rankingCards } from "../../features/best/ranking-card.ts";
import { pairCards } from "../../features/compare/pair-card.ts";
import { makerCards } from "../../features/finder/maker-card.ts";
import { modelCards } from "../../features/model/model-card.ts";
import { platformCards } from "../../features/platform/platform-card.ts";
import { generalCards } from "../../site/image/general-cards.ts";

/** Every image to share: each feature makes those of its pages. */
export const siteCards = [modelCards, makerCards, platformCards, pairCards, rankingCards, generalCards];
