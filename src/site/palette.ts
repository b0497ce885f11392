/** The light scheme of the style sheet, for pictures: an image, a badge, a chart to keep follows no reader's preference. */
export const PALETTE = {
  surface: "#fbfaf7",
  ink: "#1b1d22",
  muted: "#5f636d",
  line: "#e3e0d8",
  under: "#0a7250",
  over: "#ab3a24",
  accent: "#2f4bd8",
} as const;
