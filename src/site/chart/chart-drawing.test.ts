import { XMLParser, XMLValidator } from "fast-xml-parser";
import { expect, test } from "vitest";
import { aNetCostRow } from "../../../tests/builders/a-net-cost-row.ts";
import { bestBuyChart } from "../../domain/chart/best-buy-chart.ts";
import { chartDrawing, drawOn, svgText } from "./chart-drawing.ts";

const rows = [
  { ...aNetCostRow("m/a", 0.01, 0.4), isTiedWithFirst: false },
  { ...aNetCostRow("m/b", 0.1, 0.6), isTiedWithFirst: false },
  { ...aNetCostRow("m/c", 0.09, 0.39), isTiedWithFirst: false },
];
const chart = bestBuyChart(rows, 0.1);
if (chart === null) throw new Error("no chart");
const drawing = chartDrawing(chart, (id) => `${id} <&>`, "Best value", ["Dollars", "Month"]);

test("the SVG stands alone, escapes names, and has a dot for every model", () => {
  const svg = svgText(drawing);
  expect(XMLValidator.validate(svg)).toBe(true);
  const { svg: parsed } = new XMLParser({ ignoreAttributes: false }).parse(svg);
  expect(parsed.circle).toHaveLength(3);
  expect(svg).toContain("m/b &lt;&amp;>");
  expect(svg).not.toMatch(/NaN|undefined/);
});

test("everything lies within the picture", () => {
  const points = drawing.shapes.flatMap((shape) => (shape.kind === "line" ? [shape.from, shape.to] : [shape.at]));
  expect(points.every(([x, y]) => x >= 0 && x <= drawing.width && y >= 0 && y <= drawing.height)).toBe(true);
});

test("the canvas gets the same strokes", () => {
  const calls: string[] = [];
  const note = (name: string) => () => {
    calls.push(name);
  };
  const canvas = {
    ...{ fillStyle: "", strokeStyle: "", lineWidth: 1, font: "", textAlign: "start" as const },
    ...{ fillRect: note("paper"), beginPath: note("begin"), moveTo: note("move"), lineTo: note("line") },
    ...{ stroke: note("stroke"), arc: note("arc"), fill: note("fill"), fillText: note("text") },
  };
  drawOn(canvas, drawing);
  const count = (kind: string) => drawing.shapes.filter((shape) => shape.kind === kind).length;
  const called = (name: string) => calls.filter((call) => call === name).length;
  expect([called("arc"), called("stroke"), called("text")]).toEqual([count("dot"), count("line"), count("text")]);
});
