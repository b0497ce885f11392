import type { NotChat } from "../../../src/domain/model/not-chat.ts";
import type { SourceNight } from "../guards/guard-night.ts";
import type { Skipped } from "../sources/source.ts";

const NO_CHAT = /^(image model|classifier|no chat model)/;

/** The ids of OpenRouter's list that a copy of it says are no chat models, by id; where no copy was read, what they were. */
export function notChatTonight(sources: readonly SourceNight[], before: readonly NotChat[]): readonly NotChat[] {
  const copies = sources.filter(({ source, parsed }) => source.listsOpenrouter === true && parsed !== null);
  const rows = copies.flatMap(({ parsed }) => (parsed?.skipped ?? []).flatMap((row) => notChatOf(row) ?? []));
  if (rows.length === 0) return before;
  return [...new Map(rows.map((row) => [row.id, row])).values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

/** `openrouter/image:black-forest-labs/flux.2-pro` → that id. */
function notChatOf({ subject, why }: Skipped): NotChat | null {
  const [, id] = /^openrouter\/(?:[a-z]+:)?(.+)$/.exec(subject) ?? [];
  return id === undefined || !NO_CHAT.test(why) ? null : { id, why };
}
