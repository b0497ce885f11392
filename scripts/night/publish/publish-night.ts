import { errorText } from "../pipeline/error-text.ts";
import type { Workplace } from "./command.ts";
import { commitData } from "./commit-data.ts";
import { closeIssue, type KnownIssue, openIssue } from "./issue.ts";
import { heldSinceLastNight } from "./new-findings.ts";
import type { NightResult } from "./night-result.ts";

export interface PublishedNight {
  /** What the site is to be built from; null = nothing is to be deployed. */
  readonly commit: string | null;
  /** Markdown for the job's summary: the night's report and what went wrong after it. */
  readonly summary: string;
  /** What people must hear of. One of them makes the job fail; none stops the deploy of a commit. */
  readonly faults: readonly string[];
}

export const NIGHTLY_ISSUE: KnownIssue = {
  label: "nightly",
  labelMeans: "What the nightly job holds back",
  title: "The nightly job holds something back",
};

/** Commits what is safe and says what is not in an issue. `runUrl` leads to the log of this run. */
export function publishNight(place: Workplace, night: NightResult, runUrl: string): PublishedNight {
  const news = newsOf(place, night);
  const outcome = night.kind === "good" ? keepData(place, night.message) : { commit: null, fault: null };
  const report = [night.report.trimEnd(), ...listed("Not committed", outcome.fault)].join("\n\n");
  const isQuiet = outcome.commit !== null && night.kind === "good" && !night.isHeld;
  const unsaid = tryTo(() => {
    if (isQuiet) closeIssue(place, NIGHTLY_ISSUE, `A night without findings: ${runUrl}`);
    else openIssue(place, NIGHTLY_ISSUE, `${report}\n\n[The run](${runUrl})\n`, outcome.fault ?? news);
  });
  const failed = night.kind === "failed" ? "the night failed" : null;
  return {
    commit: outcome.commit,
    summary: [report, ...listed("The issue could not be written", unsaid)].join("\n\n"),
    faults: [failed, outcome.fault, unsaid].filter((fault) => fault !== null),
  };
}

function newsOf(place: Workplace, night: NightResult): string | null {
  return night.kind === "failed" ? "Tonight nothing was committed." : heldSinceLastNight(place);
}

function keepData(place: Workplace, message: string): { readonly commit: string | null; readonly fault: string | null } {
  let commit: string | null = null;
  const fault = tryTo(() => {
    commit = commitData(place, message);
  });
  return { commit, fault };
}

/** Why it did not work; null = it did. The one place where a failing git or gh turns into words. */
function tryTo(act: () => void): string | null {
  try {
    act();
    return null;
  } catch (error) {
    return errorText(error);
  }
}

const listed = (title: string, why: string | null): readonly string[] =>
  why === null ? [] : [`## ${title}`, why.replace(/^/gm, "    ")];
