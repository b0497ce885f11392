import { bestBuyChart } from "../../../../domain/chart/best-buy-chart.ts";
import { toMillionth } from "../../../../domain/money/micro-usd.ts";
import { csvFile, saveFile } from "../../../../site/browser/save-file.ts";
import { type ChartPicture, chartDrawing, drawOn, svgText } from "../../../../site/chart/chart-drawing.ts";
import { lowerEndText } from "../../words/best-words.ts";
import type { Charted } from "./buy-chart.ts";

/** Gives the reader the chart as a picture, or its figures as CSV. */
export async function saveChart(kind: string, charted: Charted): Promise<void> {
  const file = kind === "csv" ? await csvFile(records(charted)) : await picture(kind, charted);
  if (file !== null) saveFile(file, `${charted.fileName}-best-buys.${kind}`);
}

async function picture(kind: string, { rows, worseAnswerUsd, nameOf, words, title, month }: Charted): Promise<Blob | null> {
  const chart = bestBuyChart(rows, worseAnswerUsd);
  if (chart === null) return null;
  const foot = [
    `Dollars a request, log scale, against the ${words.axis}, with its 90 % interval.${lowerEndText(rows)} ${location.host}`,
    `Month = ${month}`,
  ];
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
  ["model", "modelId", "usdPerRequest", "p", "pLow", "pHigh", "winsFrom", "winsTo", "cheapestAt", "offerId", "pCounted"],
  ...rows.map(({ modelId, offerId, usdPerRequest, chance, wins }) => [
    ...[nameOf(modelId), modelId, Number(usdPerRequest.toFixed(9))],
    ...[chance.p, chance.low, chance.high].map(toMillionth),
    ...[wins?.from ?? "", wins?.to ?? "", sellerOf(offerId), offerId, toMillionth(chance.counted)],
  ]),
];
