import { isCatalogue, type SourceId, sourceFacts } from "./sources.ts";

/** The one platform that catalogues copy by script as a whole: what they say of it is its own word once more. */
const COPIED_PLATFORM = "openrouter";

/**
 * Whether what one source says confirms what another says of the same offer: the platform's own word and a person's transcript do, a catalogue
 * only for a catalogue that is not made from it. LiteLLM confirms models.dev, pi-ai does not, and no catalogue confirms OpenRouter.
 */
export function isWitnessFor(of: SourceId, by: SourceId, platform: string): boolean {
  if (of === by) return false;
  if (!isCatalogue(by)) return true;
  if (!isCatalogue(of) || platform === COPIED_PLATFORM) return false;
  return !isMadeFrom(of, by) && !isMadeFrom(by, of);
}

const isMadeFrom = (source: SourceId, other: SourceId): boolean =>
  sourceFacts(source).relays.some((relayed) => relayed === other || isMadeFrom(relayed, other));
