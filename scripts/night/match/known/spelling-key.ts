import { normaliseModelId } from "../../../../src/domain/model/model-slug.ts";

/**
 * What all spellings of one id share, and no other id has: its letters and digits, and how the matcher reads it. `anthropic/claude-opus-4.8` is
 * `Anthropic/Claude_Opus-4-8`; `gpt-4.1` is not `gpt-41`, and `grok-4-fast` is not `grok-4`.
 */
export const spellingKey = (id: string): string => `${id.toLowerCase().replace(/[^a-z0-9/:]/g, "")} ${normaliseModelId(id)}`;
