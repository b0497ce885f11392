import { useCallback, useRef, useState } from "react";
import { createRoot } from "react-dom/client";
import {
  CartesianGrid,
  ErrorBar,
  ResponsiveContainer,
  Scatter,
  ScatterChart,
  Tooltip,
  useXAxisScale,
  useYAxisScale,
  XAxis,
  YAxis,
  ZIndexLayer,
} from "recharts";
import type { BestBuyChart, BestBuyPoint, CurvePlace } from "../../../domain/chart/best-buy-chart.ts";
import type { ChartTick } from "../../../domain/chart/chart-scale.ts";
import { COST_AXIS } from "../words/cost-axis.ts";

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
  const ids = useSteady(points.map(({ modelId }) => modelId));
  const showBuy = useCallback(({ payload }: Place) => setAt(ids.indexOf(payload?.modelId ?? "")), [ids]);
  const [buys, others] = [points.filter(isBuy), points.filter((point) => !isBuy(point))];
  // Most are small dots, no matter who is near at the moment: they stay drawn. Who is near lies on its own dot.
  const smallDots = useSteady(others.map((point) => ({ ...point, kind: "rest" as const })));
  const near = others.filter(({ kind }) => kind === "near");
  const buy = useSteady(buys);
  const [xTicks, yTicks] = [useSteady(valuesOf(chart.xTicks)), useSteady(valuesOf(chart.yTicks))];
  const [usdRange, chanceRange] = [useSteady([...chart.usdRange]), useSteady([...chart.chanceRange])];
  const active = points[Math.min(at, points.length - 1)];
  const ring = useSteady(active === undefined ? [] : [active]);
  if (active === undefined) return null;
  return (
    <>
      <ResponsiveContainer width="100%" height={HEIGHT}>
        <ScatterChart accessibilityLayer={false} margin={MARGIN}>
          <CartesianGrid className="grid" />
          <XAxis
            type="number"
            dataKey="usd"
            scale="log"
            domain={usdRange}
            ticks={xTicks}
            tickFormatter={usdText}
            allowDataOverflow
          />
          <YAxis
            type="number"
            dataKey="chance"
            domain={chanceRange}
            ticks={yTicks}
            tickFormatter={chanceText}
            width={44}
            allowDataOverflow
          />
          <Tooltip isAnimationActive={false} cursor={false} content={tipOf} />
          <Curve places={chart.asGood} className="as-good" />
          <Curve places={chart.hull} className="hull" />
          <Scatter data={smallDots} className="rest" isAnimationActive={false} shape={Mark} onMouseEnter={showBuy} />
          <NearPoints points={near} />
          <Scatter data={buy} className="buy" zIndex={TOP} isAnimationActive={false} shape={Mark} onMouseEnter={showBuy}>
            {ERROR_BAR}
          </Scatter>
          <Scatter data={ring} className="active" zIndex={TOP} isAnimationActive={false} shape={Ring} tooltipType="none" />
        </ScatterChart>
      </ResponsiveContainer>
      <Reader points={points} active={active} onRead={setAt} />
    </>
  );
}

/** The value of the last time as long as it says the same: a part of the chart that is handed nothing new is not drawn again. */
function useSteady<Value>(value: Value): Value {
  const last = useRef(value);
  if (JSON.stringify(last.current) !== JSON.stringify(value)) last.current = value;
  return last.current;
}

/** Above the small dots, which the library puts at 600. */
const TOP = 700;
const isBuy = ({ kind }: ExploredPoint): boolean => kind === "buy";
const MARGIN = { top: 0, right: 0, bottom: 8, left: 0 };
const ERROR_BAR = <ErrorBar dataKey="error" direction="y" width={0} strokeWidth={1} isAnimationActive={false} />;

interface ReaderProps extends Pick<ExploredChart, "points"> {
  readonly active: ExploredChart["points"][number];
  onRead(at: number): void;
}

function Reader({ points, active, onRead }: ReaderProps) {
  return (
    <>
      <p className="axis end">{COST_AXIS}</p>
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

interface CurveProps {
  readonly places: readonly CurvePlace[];
  readonly className: string;
}

/**
 * A line without points of its own. Here and below: were it a Scatter, the library would draw all others again whenever it changes, which a slider
 * makes it do at every step.
 */
function Curve({ places, className }: CurveProps) {
  const place = usePlace();
  return place && <path className={className} d={`M${places.map((each) => place(each).join(" ")).join("L")}`} />;
}

/** Who may be as good, over the small dots, which a pointer reads. */
function NearPoints({ points }: Pick<ExploredChart, "points">) {
  const place = usePlace();
  return (
    place && (
      <ZIndexLayer zIndex={TOP - 1}>
        <g className="near">
          {points.map(({ modelId, usd, chance, error: [down, up] }) => {
            const [x, y] = place({ usd, chance });
            const [top, bottom] = [chance + up, chance - down].map((end) => place({ usd, chance: end })[1]);
            return (
              <g key={modelId}>
                <line x1={x} x2={x} y1={top} y2={bottom} />
                <circle cx={x} cy={y} r={RADIUS.near} />
              </g>
            );
          })}
        </g>
      </ZIndexLayer>
    )
  );
}

/** Where figures lie, in pixels; null = the axes are not there yet. */
function usePlace(): ((figures: { readonly usd: number; readonly chance: number }) => readonly [x: number, y: number]) | null {
  const [xOf, yOf] = [useXAxisScale(), useYAxisScale()];
  if (xOf === undefined || yOf === undefined) return null;
  return ({ usd, chance }) => [xOf(usd) ?? 0, yOf(chance) ?? 0];
}

interface Place {
  readonly cx?: number | undefined;
  readonly cy?: number | undefined;
  readonly payload?: ExploredPoint;
}

const RADIUS = { rest: 2.3, near: 3.5, buy: 9 } as const;
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

function tipOf({ payload }: { readonly payload?: readonly { readonly payload?: ExploredPoint }[] }) {
  const point = payload?.[0]?.payload;
  if (point === undefined) return null;
  return (
    <p className="tip">
      <b>{point.name}</b>
      <br />
      {point.says}
    </p>
  );
}
