import type { Problems } from "../address/field.ts";

/** What is wrong with a form now, once anything was. */
const latest = new WeakMap<HTMLFormElement, Problems>();

/** Puts every message below its field, and takes away those whose field is in order. What does so comes with the first of them: most readers see none. */
export function showProblems(form: HTMLFormElement, problems: Problems): void {
  if (problems.size === 0 && !latest.has(form)) return;
  latest.set(form, problems);
  import("./problem-notes.ts").then(
    ({ drawProblems }) => drawProblems(form, latest.get(form) ?? problems),
    () => form.append(...problems.values()),
  );
}
