import { z } from "zod";

/** A catalogue as one body, whichever version of the package carried it: each file of its folder by name, without its ending. */
export const Catalogue = z.object({
  package: z.string(),
  version: z.string(),
  generatedAt: z.iso.datetime(),
  files: z.record(z.string(), z.unknown()),
});
export type Catalogue = z.output<typeof Catalogue>;
