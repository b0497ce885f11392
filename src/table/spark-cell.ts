import { STEP_CHART } from "../domain/chart/step-chart.ts";
import type { Sparkline } from "../site/chart/sparkline.ts";
import type { Cell } from "./column.ts";

/** A price's past in a cell: steps, never slopes. Empty where no price was on two days. */
export function sparkCell(spark: Sparkline | null): Cell {
  if (spark === null) return { text: "" };
  const box = { width: STEP_CHART.width, height: STEP_CHART.height };
  return {
    text: "",
    pieces: [{ kind: "picture", picture: { look: "spark", label: spark.label, box, paths: [{ d: spark.path }] } }],
  };
}
