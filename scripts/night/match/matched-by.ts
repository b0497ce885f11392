import { z } from "zod";

/** By which rule a row was found to be of a model. */
export const MatchedBy = z.enum(["id", "alias", "normaliser", "huggingFace", "canonicalSlug", "canonicalId"]);
export type MatchedBy = z.output<typeof MatchedBy>;
