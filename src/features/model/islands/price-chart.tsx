import { useState } from "react";
import { createRoot } from "react-dom/client";
import { Brush, CartesianGrid, Line, LineChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import { type PriceStep, type StepLine, seriesOf } from "../../../domain/chart/price-step.ts";
import { ticksFromZero } from "../../../domain/chart/ticks-from-zero.ts";
import { addDays } from "../../../domain/money/days.ts";
import type { Meter } from "../../../domain/offer/meter.ts";
import { formatDay, formatUsdPerMTok } from "../../../site/format.ts";
import { METER_WORDS } from "../../../site/words/meter-words.ts";
import { dayOfNumber, type HistoryFile, type HistoryRow, historyRows, linesOfJson } from "../past/history-rows.ts";

/** A model's prices over time, to hover, zoom and compare: any of its offers, one of four meters. */

interface ChartProps {
  readonly history: HistoryFile;
  /** Who sells an offer, by its id. */
  readonly sellerOf: (offerId: string) => string;
  /** The offers shown at first. */
  readonly first: readonly string[];
  readonly isInDollars: (offerId: string) => boolean;
  readonly asOf: string;
}

/** Puts the chart of a model’s history in a place of the page. */
export function mountPriceChart(place: HTMLElement, props: ChartProps): void {
  createRoot(place).render(<PriceChart {...props} />);
}

/** Meters people compare, in this order; the JSON has all. */
const COMPARED: readonly Meter[] = ["input", "output", "cacheRead", "cacheWrite5m"];
const RANGES = [
  { days: 30, name: "30 days" },
  { days: 90, name: "90 days" },
  { days: 365, name: "A year" },
  { days: null, name: "All" },
] as const;
/** Colour and dash of each line: never colour alone. */
const LOOKS = [
  { stroke: "var(--ink)", strokeDasharray: "0" },
  { stroke: "var(--accent)", strokeDasharray: "0" },
  { stroke: "var(--over)", strokeDasharray: "8 3" },
  { stroke: "var(--under)", strokeDasharray: "3 3" },
  { stroke: "var(--muted)", strokeDasharray: "10 3 3 3" },
  { stroke: "var(--ink)", strokeDasharray: "2 4" },
] as const;

function PriceChart({ history, sellerOf, first, isInDollars, asOf }: ChartProps) {
  const [lines] = useState(() => linesOfJson(history));
  const [meter, setMeter] = useState<Meter>("input");
  const [days, setDays] = useState<number | null>(null);
  const [chosen, setChosen] = useState<readonly string[]>(first.slice(0, LOOKS.length));
  const shown = chosen.map((id) => ({ id, name: sellerOf(id), steps: seriesOf(lines, id, meter, null) }));
  const from = startOf(
    shown.map(({ steps }) => steps),
    days,
    asOf,
  );
  return (
    <>
      <p className="chips">
        {RANGES.map((range) => (
          <button key={range.name} type="button" aria-pressed={range.days === days} onClick={() => setDays(range.days)}>
            {range.name}
          </button>
        ))}
        <select aria-label="Meter" value={meter} onChange={({ target }) => setMeter(meterNamed(target.value))}>
          {metersOf(lines).map((each) => (
            <option key={each} value={each}>
              price of {METER_WORDS[each]}
            </option>
          ))}
        </select>
        {chosen.length < LOOKS.length && (
          <OfferPicker ids={offersWith(lines, meter, chosen)} sellerOf={sellerOf} onPick={(id) => setChosen([...chosen, id])} />
        )}
      </p>
      <StepLines
        rows={historyRows(
          shown.map(({ steps }) => steps),
          from,
          asOf,
        )}
        series={shown.map(({ name }) => name)}
      />
      <p className="muted">As it was read: a dip that was back within three days is drawn too.</p>
      {!chosen.every(isInDollars) && (
        <p className="muted">What is not billed in dollars stands in those its source wrote, which move with its rate too.</p>
      )}
      <Legend shown={shown} onLeaveOut={(id) => setChosen(chosen.filter((each) => each !== id))} />
    </>
  );
}

interface LegendProps {
  readonly shown: readonly { readonly id: string; readonly name: string; readonly steps: readonly PriceStep[] }[];
  onLeaveOut(id: string): void;
}

function Legend({ shown, onLeaveOut }: LegendProps) {
  return (
    <ul className="legend">
      {shown.map(({ id, name, steps }, place) => (
        <li key={id}>
          <svg width="28" height="10" aria-hidden="true">
            <line x1="0" x2="28" y1="5" y2="5" strokeWidth="2" {...LOOKS[place]} />
          </svg>
          <b>{name}</b>: {wordsOf(steps)}
          {shown.length > 1 && (
            <button type="button" aria-label={`Leave out ${name}`} onClick={() => onLeaveOut(id)}>
              ×
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}

interface PickerProps {
  readonly ids: readonly string[];
  /** Who sells an offer, by its id. */
  readonly sellerOf: (offerId: string) => string;
  onPick(id: string): void;
}

function OfferPicker({ ids, sellerOf, onPick }: PickerProps) {
  const options = ids.map((id) => ({ id, name: sellerOf(id) })).toSorted((a, b) => a.name.localeCompare(b.name, "en"));
  return (
    <select aria-label="Compare with" value="" onChange={({ target }) => onPick(target.value)}>
      <option value="">Compare with…</option>
      {options.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  );
}

interface LinesProps {
  readonly rows: readonly HistoryRow[];
  /** By place in `usd`. */
  readonly series: readonly string[];
}

function StepLines({ rows, series }: LinesProps) {
  const [start, end] = [rows[0]?.at ?? 0, rows.at(-1)?.at ?? 0];
  const ticks = ticksFromZero(Math.max(...rows.flatMap(({ usd }) => usd.map((each) => each ?? 0))));
  return (
    <ResponsiveContainer width="100%" height={340}>
      <LineChart data={[...rows]} margin={{ top: 8, right: 12, bottom: 4, left: 0 }}>
        <CartesianGrid stroke="var(--line)" vertical={false} />
        <XAxis
          dataKey="at"
          type="number"
          domain={["dataMin", "dataMax"]}
          tickFormatter={shortDay}
          stroke="var(--muted)"
          minTickGap={40}
        />
        <YAxis domain={[0, ticks.at(-1) ?? 1]} ticks={[...ticks]} tickFormatter={dollars} stroke="var(--muted)" width={64} />
        <Tooltip content={({ active, label }) => <Hover isOpen={active} at={Number(label)} rows={rows} series={series} />} />
        {series.map((name, place) => (
          <Line
            key={name}
            name={name}
            dataKey={(row: HistoryRow) => row.usd[place] ?? null}
            type="stepAfter"
            dot={false}
            activeDot={{ r: 3 }}
            connectNulls={false}
            isAnimationActive={false}
            strokeWidth={2}
            {...LOOKS[place % LOOKS.length]}
          />
        ))}
        {rows.length > 4 && (
          <Brush
            key={`${start} ${end}`}
            dataKey="at"
            height={26}
            travellerWidth={10}
            tickFormatter={shortDay}
            stroke="var(--muted)"
            fill="var(--card)"
            ariaLabel="Zoom"
          />
        )}
      </LineChart>
    </ResponsiveContainer>
  );
}

interface HoverProps extends LinesProps {
  readonly isOpen: boolean;
  readonly at: number;
}

function Hover({ isOpen, at, rows, series }: HoverProps) {
  const row = rows.findLast((each) => each.at <= at);
  if (!isOpen || row === undefined) return null;
  return (
    <div className="hover">
      {formatDay(dayOfNumber(at))}
      {series.map((name, place) => (
        <div key={name}>
          {name}: <b>{priceText(row.usd[place] ?? null)}</b>
        </div>
      ))}
    </div>
  );
}

/** From the first price of any series, or so many days back. */
function startOf(series: readonly (readonly PriceStep[])[], days: number | null, asOf: string): string {
  const first = series.flatMap((steps) => steps.slice(0, 1).map(({ from }) => from)).toSorted()[0] ?? asOf;
  const wanted = days === null ? first : addDays(asOf, 1 - days);
  return wanted > first ? wanted : first;
}

const baseLines = (lines: readonly StepLine[]) => lines.filter(({ condition }) => condition === null);

function metersOf(lines: readonly StepLine[]): readonly Meter[] {
  const meters = new Set(baseLines(lines).map(({ meter }) => meter));
  return COMPARED.filter((meter) => meters.has(meter));
}

const meterNamed = (name: string): Meter => COMPARED.find((each) => each === name) ?? "input";

function offersWith(lines: readonly StepLine[], meter: Meter, without: readonly string[]): readonly string[] {
  const ids = new Set(baseLines(lines).flatMap((line) => (line.meter === meter ? [line.offerId] : [])));
  return [...ids].filter((id) => !without.includes(id));
}

function wordsOf(steps: readonly PriceStep[]): string {
  const prices = steps.flatMap(({ micro }) => (micro === null ? [] : [micro]));
  if (prices.length === 0) return "no such price";
  const now = steps.at(-1)?.micro ?? null;
  const since = formatDay(steps.at(-1)?.from ?? "");
  const seen = steps.length === 1 ? `first seen on ${since}` : `since ${since}`;
  const today = now === null ? `no price ${seen}` : `${formatUsdPerMTok(now)}, ${seen}`;
  const [low, high] = [Math.min(...prices), Math.max(...prices)];
  return low === high ? today : `${today}; lowest ${formatUsdPerMTok(low)}, highest ${formatUsdPerMTok(high)}`;
}

const shortDay = (at: number): string => formatDay(dayOfNumber(at));
const dollars = (usd: number): string => `$${Number(usd.toFixed(4))}`;
const priceText = (usd: number | null): string => (usd === null ? "no price" : formatUsdPerMTok(Math.round(usd * 1_000_000)));
