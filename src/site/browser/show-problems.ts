import type { Problems } from "../address/field.ts";

/** What is wrong with a form now, once anything was. */
const latest = new WeakMap<HTMLFormElement, Problems>();

/** Puts every message below its field, and takes away those whose field is in order. What does so comes with the first of them: most readers see none. */
export function showProblems(form: HTMLFormElement, problems: Problems): void {
  if (problems.size === 0 && !latest.has(form)) return;
  latest.set(form, problems);
  import("./problem-notes.ts").then(
    ({ drawProblems }) => drawProblems(form, latest.get(form) ?? problems),
    () => showTogether(form, latest.get(form) ?? problems),
  );
}

/** All messages in one line at the end of the form, where what would put each below its field does not load. */
function showTogether(form: HTMLFormElement, problems: Problems): void {
  const line = form.querySelector(".problem") ?? form.appendChild(document.createElement("p"));
  line.className = "problem";
  line.textContent = [...problems.values()].join(" ");
}
