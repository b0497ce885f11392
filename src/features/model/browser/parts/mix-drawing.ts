import { type MapPoint, regionArea } from "../../../../domain/cost/cheapest-map.ts";
import { createSvg } from "../../../../site/browser/create-svg.ts";
import { formatPercent, formatTokens } from "../../../../site/format.ts";
import type { MixView } from "../../mix/mix-view.ts";

const QUARTERS = [0, 0.25, 0.5, 0.75, 1] as const;
/** A smaller region has no room for its number. */
const LEAST_LABELLED = 0.02;

/** The map: regions in colours and numbers, the cached share to the right, output upwards, the workload as a dot. */
export function mixDrawing({ map, mix, says }: MixView): SVGSVGElement {
  const plot = createSvg("svg", { class: "plot", viewBox: "0 0 100 100", preserveAspectRatio: "none", "aria-hidden": "true" });
  plot.append(
    ...map.regions.map(({ corners }, at) =>
      createSvg("polygon", { class: `r${at % 6}`, points: corners.map(([x, y]) => `${x * 100},${100 - y * 100}`).join(" ") }),
    ),
  );
  const drawing = createSvg("svg", { class: "mix", role: "img", tabindex: "0", "aria-label": says });
  drawing.append(
    plot,
    ...QUARTERS.map((share) =>
      text(
        `${share * 100}%`,
        "100%",
        { dy: "18", "text-anchor": "middle" },
        formatPercent(Math.round(share * mix.mostCached * 10_000)),
      ),
    ),
    ...QUARTERS.map((share) =>
      text(
        "0",
        `${100 - share * 100}%`,
        { dx: "-8", dy: "4", "text-anchor": "end" },
        formatTokens(Math.round(share * mix.mostOutput)),
      ),
    ),
    text("50%", "100%", { dy: "36", "text-anchor": "middle" }, "input read from cache"),
    text("0", "0", { dx: "-8", dy: "-12", "text-anchor": "start" }, "output tokens a request"),
    ...map.regions.flatMap(({ corners }, at) => {
      const [x, y] = centreOf(corners);
      const label = { class: "n", dy: "5", "text-anchor": "middle" };
      return regionArea(corners) < LEAST_LABELLED ? [] : [text(`${x * 100}%`, `${100 - y * 100}%`, label, String(at + 1))];
    }),
    createSvg("circle", {
      class: "here",
      r: "5",
      cx: `${mix.workloadPoint[0] * 100}%`,
      cy: `${100 - mix.workloadPoint[1] * 100}%`,
    }),
    createSvg("circle", { class: "mark", r: "4" }),
  );
  moveMark(drawing, mix.workloadPoint);
  return drawing;
}

/** Puts the ring at the place whose figures are shown. */
export function moveMark(drawing: SVGSVGElement, [x, y]: MapPoint): void {
  const mark = drawing.querySelector(".mark");
  mark?.setAttribute("cx", `${x * 100}%`);
  mark?.setAttribute("cy", `${100 - y * 100}%`);
}

/** The mean of the corners lies inside: regions are convex. */
function centreOf(corners: readonly MapPoint[]): MapPoint {
  const sum = corners.reduce<MapPoint>(([x, y], [cornerX, cornerY]) => [x + cornerX, y + cornerY], [0, 0]);
  return [sum[0] / corners.length, sum[1] / corners.length];
}

function text(x: string, y: string, attributes: Readonly<Record<string, string>>, words: string): SVGElement {
  return createSvg("text", { x, y, ...attributes }, words);
}
