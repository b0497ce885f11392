import type { Problems } from "../address/field.ts";
import { isControl } from "./control.ts";

/** Writes the messages of a form below its fields in place of those that were there. */
export function drawProblems(form: HTMLFormElement, problems: Problems): void {
  for (const note of form.querySelectorAll(".problem")) note.remove();
  for (const control of form.querySelectorAll("[aria-invalid]")) {
    control.removeAttribute("aria-invalid");
    control.removeAttribute("aria-describedby");
  }
  for (const [name, problem] of problems) showProblem(form, name, problem);
}

function showProblem(form: HTMLFormElement, name: string, problem: string): void {
  const note = document.createElement("p");
  note.className = "problem";
  note.id = `problem-${name}`;
  note.textContent = problem;
  const control = form.elements.namedItem(name);
  if (!isControl(control)) {
    placeOf(form, name).append(note);
    return;
  }
  control.setAttribute("aria-invalid", "true");
  control.setAttribute("aria-describedby", note.id);
  (control.closest("div") ?? form).append(note);
}

/** Lists have no field of their own: their messages are below their entries, a preset's above all. */
function placeOf(form: HTMLFormElement, name: string): Element {
  const list = name.startsWith("price") ? "#prices" : name === "discount" ? "#discounts" : "#lines";
  const place = form.querySelector(list) ?? form;
  const details = place.closest("details");
  if (details !== null) details.open = true;
  return place;
}
