import type { QualityScaleName } from "../../../domain/quality/need-scale.ts";
import type { Judge } from "../../../domain/quality/task-success.ts";

/** How a ranking's sentences, labels and picture refer to who judges. */
export interface JudgeWords {
  /** `worse answer`: what the reader puts a price on. */
  readonly worse: string;
  /** `preferred`, before a percentage. */
  readonly chance: string;
  /** Heads of columns. */
  readonly chanceLabel: string;
  readonly worseLabel: string;
  /** What the picture's upright axis is. */
  readonly axis: string;
  /** What the column of the chance is, as a sentence of a caption. */
  readonly caption: string;
  /** What counts against a model, in the caption of the full table. */
  readonly unmet: string;
  /** What to say where first place depends on nothing. */
  readonly held: string;
  /** What it means and what it does not. */
  readonly means: string;
}

const BY_VOTES: JudgeWords = {
  worse: "worse answer",
  chance: "preferred",
  chanceLabel: "Preferred",
  worseLabel: "Worse of 1,000",
  axis: "chance that its answer is preferred in blind votes",
  caption: "Preferred = the chance that people prefer its answer. Worse of 1,000 answers",
  unmet: "answer of them that is not preferred",
  held: "It stays so without any one source of scores, and without its seller.",
  means:
    "An answer is worse when people prefer another one: the chance is the model’s expected share of wins in blind votes against a fixed set of reference models, with its 90 % interval. It says what people prefer, not what is correct: success on LiveBench tasks, which can judge instead, says that.",
};

/** What was solved, by scale: nobody measures pictures there. */
const TASKS = {
  general: "LiveBench tasks",
  coding: "LiveBench coding tasks",
  vision: "LiveBench tasks",
} as const satisfies Record<QualityScaleName, string>;

/** By votes, or by the tasks that a benchmark found solved: `12 % of LiveBench coding tasks`. */
export function judgeWords(judge: Judge, scale: QualityScaleName): JudgeWords {
  if (judge === "votes") return BY_VOTES;
  const tasks = TASKS[scale];
  const pictures = scale === "vision" ? " None of them has a picture." : "";
  return {
    worse: "failed task",
    chance: "solved",
    chanceLabel: "Solved",
    worseLabel: "Failed of 1,000",
    axis: `share of ${tasks} solved`,
    caption: `Solved = the share of ${tasks} that the model solved. Failed of 1,000 tasks`,
    unmet: "task of them that fails",
    held: "It stays so without its seller; LiveBench alone measures it.",
    means: `A task fails when LiveBench’s check says so: the chance is the share of the newest release’s ${tasks} that the model solved, at the effort its row names, with the 90 % interval of its sampling error where the number of questions is known.${pictures} Models that were not run there are not ranked, and your tasks may be easier or harder.`,
  };
}

/** As the control names them. */
export const JUDGE_LABELS = {
  votes: "people’s blind votes",
  success: "success on LiveBench tasks",
} as const satisfies Record<Judge, string>;
