import { useState } from "react";
import { createRoot } from "react-dom/client";
import type { ValueChart } from "../../../domain/chart/value-chart.ts";
import { charts } from "../../../site/islands/recharts.ts";

const { CartesianGrid, ErrorBar, ResponsiveContainer, Scatter, ScatterChart, Tooltip, XAxis, YAxis } = charts;

/** A model of the chart, in figures and in words. */
export interface ExploredPoint {
  readonly modelId: string;
  readonly usd: number;
  readonly elo: number;
  /** How far the 90 % interval reaches down and up. */
  readonly error: readonly [down: number, up: number];
  readonly isFront: boolean;
  readonly name: string;
  /** The side of the point its name begins or ends at; null = no room for it. */
  readonly label: "start" | "end" | null;
  /** `$18.60 a month at DeepInfra, quality 1,471 (1,456–1,487)` */
  readonly says: string;
}

export interface ExploredChart {
  /** Cheapest first. */
  readonly points: readonly ExploredPoint[];
  /** The frontier, the ends of the axes and their ticks: the same as in the drawing that was built. */
  readonly chart: Pick<ValueChart, "steps" | "usdRange" | "eloRange" | "xTicks" | "yTicks">;
  readonly usdText: (usd: number) => string;
  readonly eloText: (elo: number) => string;
}

/** Takes the place of the drawing that was built; call what it gives with every new chart. */
export function exploreFrontier(place: HTMLElement): (chart: ExploredChart) => void {
  const root = createRoot(place);
  return (chart) => root.render(<FrontierExplorer {...chart} />);
}

const HEIGHT = 400;

/** Cost on a log axis against quality. A pointer reads any point; the slider goes from model to model for keyboards and screen readers. */
function FrontierExplorer({ points, chart, usdText, eloText }: ExploredChart) {
  const [at, setAt] = useState(0);
  const active = points[Math.min(at, points.length - 1)];
  if (active === undefined) return null;
  const front = points.filter(({ isFront }) => isFront);
  const others = points.filter(({ isFront }) => !isFront);
  const series = [
    { name: "others", data: others, radius: 3 },
    { name: "front", data: front, radius: 5 },
  ];
  return (
    <>
      <ResponsiveContainer width="100%" height={HEIGHT}>
        <ScatterChart accessibilityLayer={false} margin={{ top: 8, right: 12, bottom: 4, left: 0 }}>
          <CartesianGrid vertical={false} className="grid" />
          <XAxis
            type="number"
            dataKey="usd"
            scale="log"
            domain={[...chart.usdRange]}
            ticks={valuesOf(chart.xTicks)}
            tickFormatter={usdText}
            allowDataOverflow
          />
          <YAxis
            type="number"
            dataKey="elo"
            domain={[...chart.eloRange]}
            ticks={valuesOf(chart.yTicks)}
            tickFormatter={eloText}
            width={52}
          />
          <Tooltip isAnimationActive={false} cursor={false} content={({ payload }) => <Tip point={payload?.[0]?.payload} />} />
          <Scatter data={[...chart.steps]} line isAnimationActive={false} shape={Nothing} className="steps" tooltipType="none" />
          {series.map(({ name, data, radius }) => (
            <Scatter
              key={name}
              data={[...data]}
              className={name}
              isAnimationActive={false}
              shape={({ cx, cy, payload }: Place) => (
                <g>
                  <circle cx={cx} cy={cy} r={radius} />
                  {payload?.label != null && (
                    <text className="name" x={cx} y={cy} dx={payload.label === "end" ? -8 : 8} dy={-6} textAnchor={payload.label}>
                      {payload.name}
                    </text>
                  )}
                </g>
              )}
              onMouseEnter={({ payload }) => setAt(points.findIndex(({ modelId }) => modelId === payload?.modelId))}
            >
              <ErrorBar className={name} dataKey="error" direction="y" width={0} strokeWidth={1} isAnimationActive={false} />
            </Scatter>
          ))}
          <Scatter data={[active]} className="active" isAnimationActive={false} shape={Ring} tooltipType="none" />
        </ScatterChart>
      </ResponsiveContainer>
      <label className="reader">
        Model by model, cheapest first
        <input
          type="range"
          min={0}
          max={points.length - 1}
          value={points.indexOf(active)}
          aria-valuetext={`${active.name}: ${active.says}`}
          onChange={({ target }) => setAt(target.valueAsNumber)}
        />
      </label>
      <p className="read">
        <b>{active.name}</b>: {active.says}
      </p>
    </>
  );
}

const valuesOf = (ticks: ValueChart["xTicks"]): number[] => ticks.map(({ value }) => value);

interface Place {
  readonly cx?: number | undefined;
  readonly cy?: number | undefined;
  readonly payload?: ExploredPoint;
}

const Nothing = () => <g />;
const Ring = ({ cx, cy }: Place) => <circle cx={cx} cy={cy} r={8} />;

function Tip({ point }: { readonly point: ExploredPoint | undefined }) {
  if (point === undefined) return null;
  return (
    <p className="tip">
      <b>{point.name}</b>
      <br />
      {point.says}
    </p>
  );
}
