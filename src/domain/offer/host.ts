import { z } from "zod";

/** Who runs the weights behind a router: one row of `data/curated/hosts.json`, by slug. */
export const Host = z.strictObject({
  /** OpenRouter's provider slug: the part of an endpoint's tag before `/`. */
  slug: z.string().regex(/^[a-z0-9-]+$/),
  name: z.string().min(1),
  /** The platform it is when it sells under its own name; null = seen only through a router. */
  platform: z.string().nullable(),
  /** ISO 3166-1 alpha-2, as OpenRouter gives it. */
  headquarters: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .nullable(),
});
export type Host = z.output<typeof Host>;

/** `data/curated/hosts.json`. */
export const Hosts = z.array(Host);
