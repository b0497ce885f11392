import { drawPhrases } from "../../../site/browser/draw-phrases.ts";
import { drawnInTurn } from "../../../site/browser/paint/draw-in-turn.ts";
import { requireElement } from "../../../site/browser/require-element.ts";
import { showProblems } from "../../../site/browser/show-problems.ts";
import { urlHistory } from "../../../site/browser/url-history.ts";
import { drawTable } from "../../../table/browser/draw-table.ts";
import { listenToShare } from "../../../table/browser/share.ts";
import { type KnownIds, withoutUnknownIds } from "../calculator-known.ts";
import { type CalculatorDefaults, type CalculatorState, type LineState, lineDefaults, presetOf } from "../calculator-state.ts";
import { type ReadCalculator, writeCalculator } from "../calculator-url.ts";
import { type CalculatorView, calculatorView } from "../calculator-view.ts";
import { type RequestedMonth, requestedMonth } from "../requested-month.ts";
import { addLine, billStartedBy, startBill } from "./parts/bill-start.ts";
import { addEntry, lineSets, nameLines, renumber, showCount } from "./parts/form-parts.ts";
import { calculatorQuery, fillCalculatorForm, fillUnclear } from "./parts/form-text.ts";
import { loadMonthData, type MonthData } from "./parts/month-data.ts";
import { showNearest, takeNearest } from "./parts/nearest-models.ts";
import { fillPicker, pickPlatforms, sayPicked, searchPicker } from "./parts/platform-picker.ts";

/** Bills what the form says, as it is typed. The form's state is the URL; everything is computed here, nothing is sent. */

const form = requireElement(document, "#calculator", HTMLFormElement);
const answer = requireElement(document, "#answer", HTMLElement);
const figures = requireElement(document, "#figures", HTMLElement);
const tables = {
  bill: requireElement(document, "#bill", HTMLTableElement),
  points: requireElement(document, "#points", HTMLTableElement),
  prompt: requireElement(document, "#prompt", HTMLTableElement),
} as const;
const drawParts = drawnInTurn();
const defaults: CalculatorDefaults = JSON.parse(form.dataset["defaults"] ?? "{}");

async function start(): Promise<void> {
  const data = await loadMonthData().catch(() => null);
  if (data === null) {
    answer.textContent = "The calculator’s data did not load. Please reload the page.";
    return;
  }
  await run(data);
}

async function run(data: MonthData): Promise<void> {
  const { nearest } = data.models;
  const known: KnownIds = { models: data.modelNames, platforms: new Set(data.platformNames.keys()), nearest };
  const platformId = idByName(data.platformNames);
  fillChoices(data);
  const address = new URLSearchParams(location.search);
  let read = requestedMonth(address, "address", defaults, data.models);
  /** Of the last state that has an answer; null = none had one yet. */
  let coming: Promise<CalculatorView> | null = null;
  let latest = 0;
  const bar = urlHistory();

  const fromForm = () => requestedMonth(calculatorQuery(form, read.state.workload, platformId), "form", defaults, data.models);

  /** Shows what was read; an answer that comes late gives way to the next. The address keeps the last state that is clear. */
  async function show(next: RequestedMonth): Promise<void> {
    read = next;
    latest += 1;
    const mine = latest;
    const unanswered = showRead(read, known, data);
    if (read.unclear.size === 0) bar.follow(writeCalculator(read.state, defaults));
    const silent = [...read.unclear.values(), ...unanswered];
    if (silent.length > 0) {
      drawNoAnswer(silent);
      return;
    }
    coming = viewOf(read, known, data);
    const view = await coming.catch(() => null);
    if (mine !== latest) return;
    if (view === null) drawNoAnswer(["The prices of a model did not load: the next change asks for them again."]);
    else draw(view);
  }
  function take(state: CalculatorState): void {
    fillCalculatorForm(form, state);
    void show({ state, problems: new Map(), unclear: new Map() });
  }

  listenToForm({ fromForm, show, take, paste, change, byUse: data.byUse });
  /** Shows what the form says; a line that comes to count its bill (-1 = none does) starts from what it costs now. */
  async function change(billed: number): Promise<void> {
    if (billed >= 0) await startBill(form, billed, [read.state, fromForm().state], data);
    await show(fromForm());
  }
  /** What was pasted, with the amounts that may be read in two ways in their fields as they are written. */
  async function paste(field: HTMLTextAreaElement): Promise<void> {
    const text = field.value;
    if (text.trim() === "") return;
    const { state, query, message } = await readPasted(text, fromForm().state, data);
    // What reads it comes late the first time: a text that was gone on with is read by its own turn.
    if (field.value !== text) return;
    requireElement(form, "output", HTMLOutputElement).textContent = message;
    if (state !== undefined) take(state);
    if (query === undefined) return;
    const requested = requestedMonth(query, "form", defaults, data.models);
    fillRequested(requested, query);
    void show(requested);
  }
  shareBill(() => coming, bar.settle);

  if (location.search !== "") {
    fillRequested(read, address);
    await show(read);
  } else await show(fromForm());
}

/** Makes the form say what was asked for, and of what is unclear what it was asked by. */
function fillRequested({ state, unclear }: RequestedMonth, query: URLSearchParams): void {
  fillCalculatorForm(form, state);
  fillUnclear(form, unclear, query);
}

/** Shares the month that was asked for last, once it is there. */
function shareBill(coming: () => Promise<CalculatorView> | null, settleAddress: () => void): void {
  const settle = async () => {
    await coming();
    settleAddress();
  };
  const view = async () => {
    const shown = await coming();
    if (shown === null) throw new Error("no bill yet");
    return shown.bill;
  };
  listenToShare(requireElement(document, "#share", HTMLElement), { settle, view, csvName: "token-parity-calculator.csv" });
}

/** Everything that can be chosen, by its name. */
function fillChoices({ modelNames, platformNames, sellers }: MonthData): void {
  fillList("models", modelNames);
  fillList("platforms", platformNames);
  fillPicker(form, platformNames, sellers);
  renumber(form);
}

/** Makes the form say what was read; returns what stands in the way of an answer, a sentence each. */
function showRead(read: RequestedMonth, known: KnownIds, data: MonthData): readonly string[] {
  markPreset(read.state.workload);
  nameModels(read.state, data);
  const { problems, unanswered } = withoutUnknownIds(read, known);
  showProblems(form, new Map([...problems, ...read.unclear]));
  showNearest(form, read.state, known);
  if (problems.has("platform")) requireElement(form, "#picker", HTMLDetailsElement).open = true;
  return unanswered;
}

interface ReadPaste {
  /** Of usage; absent = nothing changes. */
  readonly state?: CalculatorState;
  /** Of a bill. */
  readonly query?: URLSearchParams;
  readonly message: string;
}

/** Usage as JSON, else a bill; what reads them comes when something is pasted. */
async function readPasted(text: string, state: CalculatorState, data: MonthData): Promise<ReadPaste> {
  const { pasteUsage } = await import("./parts/usage-paste.ts");
  const usage = pasteUsage(text, state, data);
  if (usage !== null) return usage.state === state ? { message: usage.message } : usage;
  const { pasteBill } = await import("./parts/bill-paste.ts");
  const bill = pasteBill(text, state, defaults, data);
  return bill ?? { message: "Neither usage as JSON nor lines such as “gpt-5.4, $2,000”. Nothing was changed." };
}

interface FormActs {
  readonly fromForm: () => RequestedMonth;
  readonly show: (next: RequestedMonth) => Promise<void>;
  readonly take: (state: CalculatorState) => void;
  readonly paste: (field: HTMLTextAreaElement) => Promise<void>;
  readonly change: (billed: number) => Promise<void>;
  readonly byUse: readonly string[];
}

function listenToForm({ fromForm, show, take, paste, change, byUse }: FormActs): void {
  form.addEventListener("input", ({ target }) => {
    if (target instanceof HTMLTextAreaElement) void paste(target);
    else if (target instanceof HTMLInputElement && target.name === "platform") searchPicker(form, target.value);
    else {
      sayPicked(form);
      for (const set of lineSets(form)) showCount(set);
      void change(billStartedBy(form, target));
    }
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("click", (event) => {
    if (!(event.target instanceof HTMLElement)) return;
    const { preset, add, remove, model } = event.target.dataset;
    if (preset !== undefined) {
      event.preventDefault();
      take(withPreset(fromForm().state, preset));
    } else if (add === "line") void change(addLine(form, fromForm().state, byUse));
    else if (add !== undefined || remove !== undefined || model !== undefined) {
      if (model === undefined) changeParts(event.target, add);
      else takeNearest(event.target, model);
      void show(fromForm());
    }
  });
}

async function viewOf(read: ReadCalculator, known: KnownIds, data: MonthData): Promise<CalculatorView> {
  const { state } = withoutUnknownIds(read, known);
  const offers = await data.offersOf(state.lines.map(({ model }) => model));
  return calculatorView(state, { ...data, offers });
}

/** What is in sight first: the answer, which goes with the form, before the tables further down. */
function draw(view: CalculatorView): void {
  const drawTables = (["bill", "points", "prompt"] as const).map((id) => ({
    place: tables[id],
    draw: () => drawTable(tables[id], view[id]),
  }));
  const drawAnswer = () => {
    drawPhrases(answer, view.answer);
    figures.hidden = !view.hasFigures;
  };
  drawParts([{ place: form, draw: drawAnswer }, ...drawTables]);
}

/** No figures rather than another month's. */
function drawNoAnswer(sentences: readonly string[]): void {
  const drawAnswer = () => {
    drawPhrases(answer, [{ text: `No answer yet. ${sentences.join(" ")}` }]);
    figures.hidden = true;
  };
  // In the place of an answer that may still wait to be drawn.
  drawParts([{ place: form, draw: drawAnswer }]);
}

/** Adds an entry, or takes away the line or entry the button is in. */
function changeParts(button: HTMLElement, add: string | undefined): void {
  if (add === "all-platforms") pickPlatforms(form, []);
  else if (add === "price" || add === "discount") addEntry(form, add).querySelector("input")?.focus();
  else {
    button.closest("fieldset")?.remove();
    renumber(form);
  }
}

/** Every line as the preset has it, its model and own prices kept. */
function withPreset(state: CalculatorState, id: string): CalculatorState {
  const numbers = lineDefaults(presetOf(defaults, id), "requests");
  const countBy = (line: LineState) => (line.countBy === "paid" ? "paid" : "requests");
  return { ...state, workload: id, lines: state.lines.map((line) => ({ ...line, ...numbers, countBy: countBy(line) })) };
}

const nameModels = ({ lines }: CalculatorState, { modelNames }: MonthData): void =>
  nameLines(
    form,
    lines.map(({ model }) => modelNames.get(model) ?? model),
  );

function markPreset(id: string): void {
  for (const link of form.querySelectorAll<HTMLElement>("[data-preset]")) {
    if (link.dataset["preset"] === id) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
}

function fillList(id: string, names: ReadonlyMap<string, string>): void {
  const options = [...names].map(([value, label]) => new Option(label, value));
  requireElement(form, `#${id}`, HTMLDataListElement).replaceChildren(...options);
}

/** `Amazon Bedrock` → `amazon-bedrock`, whatever its case. */
function idByName(names: ReadonlyMap<string, string>): (text: string) => string {
  const ids = new Map([...names].map(([id, name]) => [name.toLowerCase(), id]));
  return (text) => ids.get(text.trim().toLowerCase()) ?? text.trim();
}

// Last, when all of this file stands. The loader takes the module for ready when this is done.
await start();
