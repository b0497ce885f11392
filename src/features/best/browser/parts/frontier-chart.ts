import { type ValueChart, valueChart } from "../../../../domain/chart/value-chart.ts";
import { toMillionth } from "../../../../domain/money/micro-usd.ts";
import type { RankingRow } from "../../../../domain/ranking/ranking.ts";
import { compareValueRows } from "../../../../domain/ranking/value-row.ts";
import { requireElement } from "../../../../site/browser/require-element.ts";
import { csvFile, saveFile } from "../../../../site/browser/save-file.ts";
import { type ChartPicture, chartDrawing, drawOn, svgText } from "../../../../site/chart/chart-drawing.ts";
import { formatRoundUsd, formatUsd } from "../../../../site/format.ts";
import { formatElo, intervalText } from "../../../../site/words/quality-text.ts";
import type { ExploredChart } from "../../islands/frontier-explorer.tsx";

/** What the chart of a ranking is made of. */
export interface Charted {
  readonly rows: readonly RankingRow[];
  nameOf(modelId: string): string;
  sellerOf(offerId: string): string;
  /** `Best value for chat, 22 Aug 2026` */
  readonly title: string;
  /** What a month is. */
  readonly month: string;
  /** Names of files: `token-parity-chat`. */
  readonly fileName: string;
}

/** FrontierChart.astro's figure: comes to life when it is touched, or seen after the ranking changed; its files say what it shows. */
export function frontierChart(figure: HTMLElement): (charted: Charted, isUsual: boolean) => void {
  const plot = requireElement(figure, ".plot", HTMLElement);
  let latest: Charted | null = null;
  let draw: Promise<(chart: ExploredChart) => void> | null = null;

  async function explore(): Promise<void> {
    draw ??= import("../../islands/frontier-explorer.tsx").then(({ exploreFrontier }) => exploreFrontier(plot));
    const explored = await draw;
    const chart = latest === null ? null : valueChart(latest.rows);
    if (latest !== null && chart !== null) explored(exploredChart(latest, chart));
  }
  const seen = new IntersectionObserver((entries) => {
    if (entries.some(({ isIntersecting }) => isIntersecting)) void explore();
  });
  for (const event of ["pointerover", "focusin"]) figure.addEventListener(event, () => void explore(), { once: true });
  figure.addEventListener("click", ({ target }) => {
    const kind = target instanceof HTMLButtonElement ? target.dataset["save"] : undefined;
    if (kind !== undefined && latest !== null) void save(kind, latest);
  });
  return (charted, isUsual) => {
    latest = charted;
    if (draw !== null || figure.matches(":hover, :focus-within")) void explore();
    else if (!isUsual) seen.observe(figure);
  };
}

function exploredChart({ rows, nameOf, sellerOf }: Charted, chart: ValueChart): ExploredChart {
  const sorted = rows.toSorted(compareValueRows);
  const labels = new Map(chart.labels.map(({ modelId, anchor }) => [modelId, anchor === "end" ? "end" : "start"] as const));
  return {
    points: sorted.map(({ modelId, offerId, landedUsdPerMonth: usd, quality, onFrontier }) => ({
      modelId,
      usd,
      elo: quality.value,
      error: [quality.value - quality.low, quality.high - quality.value],
      isFront: onFrontier,
      name: nameOf(modelId),
      label: labels.get(modelId) ?? null,
      says: `${formatUsd(usd)} a month at ${sellerOf(offerId)}, quality ${formatElo(quality.value)} (${intervalText(quality)})${onFrontier ? ", on the frontier" : ""}`,
    })),
    chart,
    usdText: formatRoundUsd,
    eloText: formatElo,
  };
}

async function save(kind: string, charted: Charted): Promise<void> {
  const file = kind === "csv" ? await csvFile(records(charted)) : await picture(kind, charted);
  if (file !== null) saveFile(file, `${charted.fileName}-frontier.${kind}`);
}

async function picture(kind: string, { rows, nameOf, title, month }: Charted): Promise<Blob | null> {
  const chart = valueChart(rows);
  if (chart === null) return null;
  const foot = [`Dollars a month, log scale, against quality with its 90 % interval. ${location.host}`, `Month = ${month}`];
  const drawing = chartDrawing(chart, nameOf, title, foot);
  return kind === "svg" ? new Blob([svgText(drawing)], { type: "image/svg+xml" }) : png(drawing);
}

/** Twice as fine as the drawing's units. */
const SCALE = 2;

async function png(drawing: ChartPicture): Promise<Blob | null> {
  const canvas = document.createElement("canvas");
  canvas.width = drawing.width * SCALE;
  canvas.height = drawing.height * SCALE;
  const context = canvas.getContext("2d");
  if (context === null) return null;
  context.scale(SCALE, SCALE);
  drawOn(context, drawing);
  return new Promise((done) => canvas.toBlob(done, "image/png"));
}

const records = ({ rows, nameOf, sellerOf }: Charted): readonly (readonly (string | number)[])[] => [
  ["model", "modelId", "landedUsdPerMonth", "quality", "qualityLow", "qualityHigh", "onFrontier", "cheapestAt", "offerId"],
  ...rows.map(({ modelId, offerId, landedUsdPerMonth, quality, onFrontier }) => [
    ...[nameOf(modelId), modelId, toMillionth(landedUsdPerMonth)],
    ...[quality.value, quality.low, quality.high, onFrontier ? "yes" : "no", sellerOf(offerId), offerId],
  ]),
];
