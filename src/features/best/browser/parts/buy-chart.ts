import type { RankingRow } from "../../../../domain/ranking/ranking.ts";
import { requireElement } from "../../../../site/browser/require-element.ts";
import type { JudgeWords } from "../../words/judge-words.ts";

/** What the chart of a ranking is made of. */
export interface Charted {
  readonly worseAnswerUsd: number;
  readonly rows: readonly RankingRow[];
  nameOf(modelId: string): string;
  sellerOf(offerId: string): string;
  readonly words: JudgeWords;
  /** `Best value for chat, 22 Aug 2026` */
  readonly title: string;
  /** What a month is. */
  readonly month: string;
  /** Names of files: `token-parity-chat`. */
  readonly fileName: string;
}

/** The library draws a hundred models in a tenth of a second: that waits until nothing changes for a moment. */
const CHART_PAUSE_MS = 100;

/** BuyPicture.astro's figure: comes to life when it is touched, or seen after the ranking changed; its files say what it shows. */
export function buyChart(figure: HTMLElement): (charted: Charted, isUsual: boolean) => void {
  const plot = requireElement(figure, ".plot", HTMLElement);
  let latest: Charted | null = null;
  let draw: Promise<(charted: Charted) => void> | null = null;

  async function explore(): Promise<void> {
    draw ??= explorer(plot);
    const drawn = await draw;
    if (latest !== null) drawn(latest);
  }
  const seen = new IntersectionObserver((entries) => {
    if (entries.some(({ isIntersecting }) => isIntersecting)) void explore();
  });
  for (const event of ["pointerover", "focusin"]) figure.addEventListener(event, () => void explore(), { once: true });
  document.addEventListener("click", ({ target }) => {
    const kind = target instanceof HTMLButtonElement ? target.dataset["save"] : undefined;
    if (kind !== undefined && latest !== null) void save(kind, latest);
  });
  let timer = 0;
  return (charted, isUsual) => {
    const isSame = latest?.rows === charted.rows;
    latest = charted;
    // Nobody fits: the drawing would be that of another question.
    figure.hidden = charted.rows.length === 0;
    // Another order of the table is no other picture.
    if (isSame) return;
    clearTimeout(timer);
    // The answer is painted first, and while a slider moves it alone.
    if (draw !== null || figure.matches(":hover, :focus-within")) timer = window.setTimeout(explore, CHART_PAUSE_MS);
    else if (!isUsual) seen.observe(figure);
  };
}

/** The library comes with what makes its figures. */
async function explorer(plot: HTMLElement): Promise<(charted: Charted) => void> {
  const [{ exploreBuys }, { exploredChart }] = await Promise.all([
    import("../../islands/buy-explorer.tsx"),
    import("./explored-chart.ts"),
  ]);
  const show = exploreBuys(plot);
  return (charted) => {
    const chart = exploredChart(charted);
    if (chart !== null) show(chart);
  };
}

/** The chart as a file: what draws and writes it comes when it is asked for. */
const save = async (kind: string, charted: Charted): Promise<void> => (await import("./chart-files.ts")).saveChart(kind, charted);
