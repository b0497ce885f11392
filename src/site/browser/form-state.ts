/** A form whose controls have the names of the URL's parameters and hold their text. */

/** Whether what the field with the focus says was typed on this step of the history: a step back or forward brings its own text. */
let isTypedHere = true;
addEventListener("popstate", () => {
  isTypedHere = false;
});
addEventListener(
  "input",
  () => {
    isTypedHere = true;
  },
  true,
);

/** Whether somebody is typing in a field: what it says is theirs. */
export const isTypedIn = (input: HTMLInputElement): boolean => input === document.activeElement && isTypedHere;

/** What a form says under one name; several ticked boxes are a comma list. */
export const controlText = (form: HTMLFormElement, name: string): string => new FormData(form).getAll(name).join(",");

/** Makes the controls say what `texts` has under their names. A field that somebody is typing in is left alone. */
export function fillForm(form: HTMLFormElement, texts: ReadonlyMap<string, string>): void {
  for (const control of form.elements) {
    if (control instanceof HTMLSelectElement) pick(control, texts.get(control.name) ?? "");
    else if (control instanceof HTMLInputElement) write(control, texts.get(control.name) ?? "");
  }
}

/** A value of the URL that has no option of its own gets one. */
function pick(select: HTMLSelectElement, text: string): void {
  select.value = text;
  if (select.value === text) return;
  select.add(new Option(text.replaceAll(",", ", "), text));
  select.value = text;
}

function write(input: HTMLInputElement, text: string): void {
  if (input.type === "checkbox") input.checked = text.split(",").includes(input.value);
  else if (!isTypedIn(input)) input.value = text;
}
