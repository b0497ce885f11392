import { z } from "zod";

/** An address that may stand in a link: `javascript:` and `data:` are addresses too. */
export const WebUrl = z.url({ protocol: /^https?$/ });
