import { z } from "zod";

/** An id in OpenRouter's list that is no chat model billed by the token: counted and named, without a page. */
export const NotChat = z.strictObject({
  /** OpenRouter's id. */
  id: z.string(),
  /** The source's fixed phrase: what it is instead. */
  why: z.string(),
});
export type NotChat = z.output<typeof NotChat>;
