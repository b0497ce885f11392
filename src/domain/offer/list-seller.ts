import { makerOfId } from "../model/maker-of-id.ts";
import type { Sellers } from "./seller.ts";

/** Whether a platform's own price of a model is the maker's list price: `anthropic` sells `anthropic/claude-opus-4.8` itself, Bedrock does not. */
export const isListSeller = (sellers: Sellers, platformId: string, modelId: string): boolean =>
  sellers.get(platformId)?.listMakers.includes(makerOfId(modelId)) ?? false;
