import { z } from "zod";
import { WebUrl } from "../money/web-url.ts";

/** An upstream id whose model a person looked up. It wins over every rule: one row a line in `data/curated/aliases.json`. */
export const Alias = z.strictObject({
  /** The platform that writes it so; null = it means the same everywhere. */
  platform: z.string().nullable(),
  /** In the platform's spelling or any other that reads the same: `claude-opus-4-5-20251101` stands for Bedrock's and Vertex' forms too. */
  upstreamId: z.string().min(1),
  /** Our model id; null = deliberately not matched: the row is left out and counted by `why`. */
  model: z
    .string()
    .regex(/^[a-z0-9-]+\/[a-z0-9._-]+$/)
    .nullable(),
  why: z.string().min(1),
  sourceUrl: WebUrl,
  checkedOn: z.iso.date(),
});
export type Alias = z.output<typeof Alias>;
