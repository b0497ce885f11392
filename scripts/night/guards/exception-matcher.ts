import type { Finding } from "../../../src/domain/source/finding.ts";
import type { GuardException } from "../../../src/domain/source/guard-exception.ts";
import type { StoredReading } from "../merge/reading-row.ts";
import type { Objection } from "./objection.ts";

/** Where objections meet what people looked up. It remembers which exceptions were needed. */
export interface ExceptionMatcher {
  /** The objections to a reading no exception answers, and those for which one says that the row is no reading. */
  answer(
    reading: Pick<StoredReading, "key" | "upstreamId">,
    objections: readonly Objection[],
  ): { readonly open: readonly Objection[]; readonly leftOutBy: readonly Objection[] };
  /** Whether an objection to the source itself was looked up and is right. */
  accepts(objection: Objection): boolean;
  /** One finding per exception of this source that answered nothing. */
  unused(): readonly Finding[];
}

/** A desk for one source and one night. */
export function exceptionMatcher(source: string, exceptions: readonly GuardException[]): ExceptionMatcher {
  const sourceExceptions = exceptions.filter((each) => each.source === source);
  const used = new Set<GuardException>();
  const answerTo = (objection: Objection, reading: Pick<StoredReading, "key" | "upstreamId"> | null): GuardException | null => {
    const exception = sourceExceptions.find((each) => each.rule === objection.rule && isAbout(each, reading)) ?? null;
    if (exception !== null) used.add(exception);
    return exception;
  };
  return {
    answer: (reading, objections) => {
      const answers = objections.map((objection) => ({ objection, exception: answerTo(objection, reading) }));
      return {
        open: answers.flatMap(({ objection, exception }) => (exception === null ? [objection] : [])),
        leftOutBy: answers.flatMap(({ objection, exception }) => (exception?.action === "leaveOut" ? [objection] : [])),
      };
    },
    accepts: (objection) => answerTo(objection, null) !== null,
    unused: () => sourceExceptions.filter((each) => !used.has(each)).map(unusedFinding),
  };
}

function isAbout({ platform, upstreamId }: GuardException, reading: Pick<StoredReading, "key" | "upstreamId"> | null): boolean {
  if (reading === null) return platform === null && upstreamId === null;
  return (platform ?? reading.key.platform) === reading.key.platform && (upstreamId ?? reading.upstreamId) === reading.upstreamId;
}

function unusedFinding({ rule, source, platform, upstreamId }: GuardException): Finding {
  const row = [source, platform ?? "*", upstreamId ?? "*"].join(" ");
  const detail = `${rule} no longer objects to ${row}: take the exception out`;
  return { rule: "exceptionUnused", action: "note", scope: "curated", subject: "guard-exceptions.json", detail };
}
