import { createRequire } from "node:module";
import { join } from "node:path";
import { GlobalFonts } from "@napi-rs/canvas";
import { SUBSETS } from "./social-font.ts";

const WEIGHTS = [400, 600] as const;

const { resolve } = createRequire(join(process.cwd(), "package.json"));
const familyOf = (subset: string) => `Token Parity ${subset}`;

/** The first of the parts that has a character draws it; the name is nobody else's, so that no font of the machine's does. */
export const FONT_FAMILY = SUBSETS.map((subset) => `"${familyOf(subset)}"`).join(", ");

let registered = false;

/** Reads the files of the parts, once. Throws where one is missing. */
export function registerFonts(): void {
  if (registered) return;
  for (const subset of SUBSETS)
    for (const weight of WEIGHTS) {
      const file = resolve(`@fontsource/inter/files/inter-${subset}-${weight}-normal.woff`);
      if (GlobalFonts.registerFromPath(file, familyOf(subset)) === null) throw new Error(`${file} is no font`);
    }
  registered = true;
}
