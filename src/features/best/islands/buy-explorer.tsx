import { useState } from "react";
import { createRoot } from "react-dom/client";
import { CartesianGrid, ErrorBar, ResponsiveContainer, Scatter, ScatterChart, Tooltip, XAxis, YAxis } from "recharts";
import type { BestBuyChart, BestBuyPoint } from "../../../domain/chart/best-buy-chart.ts";
import type { ChartTick } from "../../../domain/chart/chart-scale.ts";

/** A model of the chart, in figures and in words. */
export interface ExploredPoint extends Pick<BestBuyPoint, "modelId" | "kind" | "number"> {
  readonly usd: number;
  readonly chance: number;
  /** How far the 90 % interval reaches down and up. */
  readonly error: readonly [down: number, up: number];
  readonly name: string;
  /** The side of the point its name begins or ends at; null = no room for it. */
  readonly label: "start" | "end" | null;
  /** `$18.60 a month at DeepInfra, preferred 57 % (55–59 %)` */
  readonly says: string;
}

export interface ExploredChart {
  /** Cheapest first. */
  readonly points: readonly ExploredPoint[];
  /** The lines, the ends of the axes and their ticks: the same as in the drawing that was built. */
  readonly chart: Pick<BestBuyChart, "hull" | "asGood" | "usdRange" | "chanceRange" | "xTicks" | "yTicks">;
  readonly usdText: (usd: number) => string;
  readonly chanceText: (chance: number) => string;
}

/** Takes the place of the drawing that was built; call what it gives with every new chart. */
export function exploreBuys(place: HTMLElement): (chart: ExploredChart) => void {
  const root = createRoot(place);
  return (chart) => root.render(<BuyExplorer {...chart} />);
}

const HEIGHT = 438;

/** Cost on a log axis against the chance. A pointer reads any point; the slider goes from model to model for keyboards and screen readers. */
function BuyExplorer({ points, chart, usdText, chanceText }: ExploredChart) {
  const [at, setAt] = useState(0);
  const active = points[Math.min(at, points.length - 1)];
  if (active === undefined) return null;
  const series = (["rest", "near", "buy"] as const).map((kind) => ({
    kind,
    data: points.filter((point) => point.kind === kind),
  }));
  return (
    <>
      <ResponsiveContainer width="100%" height={HEIGHT}>
        <ScatterChart accessibilityLayer={false} margin={{ top: 0, right: 0, bottom: 8, left: 0 }}>
          <CartesianGrid className="grid" />
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
            dataKey="chance"
            domain={[...chart.chanceRange]}
            ticks={valuesOf(chart.yTicks)}
            tickFormatter={chanceText}
            width={44}
            allowDataOverflow
          />
          <Tooltip isAnimationActive={false} cursor={false} content={({ payload }) => <Tip point={payload?.[0]?.payload} />} />
          <Scatter
            data={[...chart.asGood]}
            line
            isAnimationActive={false}
            shape={Nothing}
            className="as-good"
            tooltipType="none"
          />
          <Scatter data={[...chart.hull]} line isAnimationActive={false} shape={Nothing} className="hull" tooltipType="none" />
          {series.map(({ kind, data }) => (
            <Scatter
              key={kind}
              data={[...data]}
              className={kind}
              isAnimationActive={false}
              shape={Mark}
              onMouseEnter={({ payload }) => setAt(points.findIndex(({ modelId }) => modelId === payload?.modelId))}
            >
              {kind !== "rest" && <ErrorBar dataKey="error" direction="y" width={0} strokeWidth={1} isAnimationActive={false} />}
            </Scatter>
          ))}
          <Scatter data={[active]} className="active" isAnimationActive={false} shape={Ring} tooltipType="none" />
        </ScatterChart>
      </ResponsiveContainer>
      <Reader points={points} active={active} onRead={setAt} />
    </>
  );
}

interface ReaderProps extends Pick<ExploredChart, "points"> {
  readonly active: ExploredChart["points"][number];
  onRead(at: number): void;
}

function Reader({ points, active, onRead }: ReaderProps) {
  return (
    <>
      <label className="reader">
        Model by model, cheapest first
        <input
          type="range"
          min={0}
          max={points.length - 1}
          value={points.indexOf(active)}
          aria-valuetext={`${active.name}: ${active.says}`}
          onChange={({ target }) => onRead(target.valueAsNumber)}
        />
      </label>
      <p className="read">
        <b>{active.name}</b>: {active.says}
      </p>
    </>
  );
}

const valuesOf = (ticks: readonly ChartTick[]): number[] => ticks.map(({ value }) => value);

interface Place {
  readonly cx?: number | undefined;
  readonly cy?: number | undefined;
  readonly payload?: ExploredPoint;
}

const RADIUS = { rest: 2.3, near: 3.5, buy: 9 } as const;
const Nothing = () => <g />;
const Ring = ({ cx, cy }: Place) => <circle cx={cx} cy={cy} r={11} />;

function Mark({ cx, cy, payload }: Place) {
  if (payload === undefined) return <g />;
  const { kind, number, label, name } = payload;
  const isEnd = label === "end";
  return (
    <g>
      <circle cx={cx} cy={cy} r={RADIUS[kind]} />
      {number !== null && (
        <text x={cx} y={cy} dy={4} textAnchor="middle">
          {number}
        </text>
      )}
      {label !== null && (
        <text className="name" x={cx} y={cy} dx={isEnd ? -13 : 13} dy={isEnd ? -8 : 14} textAnchor={label}>
          {name}
        </text>
      )}
    </g>
  );
}

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
