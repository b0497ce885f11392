import { readFile } from "node:fs/promises";
import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import home from "../../../site.config.json" with { type: "json" };
import about from "../package.json" with { type: "json" };
import { checkPrices } from "./answers/check.ts";
import { modelsAtCheapestSeller } from "./answers/compare.ts";
import { costOf } from "./answers/cost.ts";
import { modelCalled, platformCalled } from "./answers/find.ts";
import type { OfferKeyFilter } from "./answers/offer-row.ts";
import { pastCostOf } from "./answers/past-cost.ts";
import { priceNow, priceOn } from "./answers/price.ts";
import { WORKLOAD_IDS } from "./answers/workload.ts";
import { EXIT, type ExitCode, ExitError } from "./exit-code.ts";
import { checkMarkdown, checkText, comparisonText, costText, pastCostText, priceText } from "./output/answer-text.ts";
import { readPriceMap } from "./prices/price-map.ts";
import { cacheFolder } from "./site/answer-cache.ts";
import { folderFiles } from "./site/folder-files.ts";
import { openPriceBook, type PriceBook } from "./site/price-book.ts";
import { webFiles } from "./site/web-files.ts";

/** What the program touches of the machine. */
export interface Machine {
  readonly env: NodeJS.ProcessEnv;
  readonly now: () => number;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly stdin: () => Promise<string>;
}

/** Runs one command: `runProgram(["price", "openai/gpt-5"], machine)`. Says how it ended; a fault of our own is thrown. */
export async function runProgram(args: readonly string[], machine: Machine): Promise<ExitCode> {
  let code: ExitCode = EXIT.ok;
  const program = commands(machine, (end) => {
    code = end;
  });
  try {
    await program.parseAsync(args, { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.unclear;
    if (!(error instanceof ExitError)) throw error;
    machine.err(`${error.message}\n`);
    return error.code;
  }
}

interface CommonOptions {
  readonly data?: string;
  readonly site: string;
  readonly offline?: true;
  readonly json?: true;
}

type End = (code: ExitCode) => void;

function commands(machine: Machine, end: End): Command {
  const program = new Command("token-parity")
    .description(about.description)
    .version(about.version)
    .exitOverride()
    .configureOutput({ writeOut: machine.out, writeErr: machine.err })
    .addHelpText("after", EXIT_CODES);
  for (const add of [addPrice, addCompare, addCost, addCheck, addMcp]) add(program, machine, end);
  return program;
}

const EXIT_CODES = `
Exit codes: 0 answered · 1 check found a price too far off · 2 unclear question, as an unknown model · 3 the price is unknown · 4 no data · 70 a fault of the program`;

/** A command with the options that all have. `program.command` passes on how the program ends and where it writes. */
const command = (program: Command, name: string, description: string): Command =>
  program
    .command(name)
    .description(description)
    .option("--json", "the whole answer as JSON")
    .option("--data <dir>", "read a built site or a copy of its api/ instead of the network")
    .option("--offline", "answer from what was read before")
    .addOption(new Option("--site <url>", "the site").env("TOKEN_PARITY_SITE").default(`${home.site}/`));

function openBook({ data, site, offline }: CommonOptions, { env, now, err }: Machine): Promise<PriceBook> {
  const warn = (sentence: string) => err(`${sentence}\n`);
  const files =
    data === undefined ? webFiles({ site, cache: cacheFolder(env), isOffline: offline === true, now, warn }) : folderFiles(data);
  return openPriceBook(files, warn);
}

const say = (machine: Machine, { json }: CommonOptions, answer: unknown, text: string): void =>
  machine.out(json === true ? `${JSON.stringify(answer, null, 2)}\n` : text);

interface PriceOptions extends CommonOptions {
  readonly on?: string;
  readonly platform?: string;
  readonly host?: string;
  readonly region?: string;
  readonly tier: string;
  readonly unconfirmed?: true;
}

function addPrice(program: Command, machine: Machine, end: End): void {
  command(program, "price", "what a model costs, today or on a past day")
    .argument("<model>", "id, name, or what an API calls it")
    .option("--on <day>", "a past day, as 2026-07-01", day)
    .option("--platform <id>", "one platform, as amazon-bedrock")
    .option("--host <slug>", "one host behind a router")
    .option("--region <region>", "a region (eu-west-1) or a group of them (eu)")
    .option("--tier <tier>", "service tier", "standard")
    .option("--unconfirmed", "show prices that are not confirmed too, apart")
    .action(async (text: string, options: PriceOptions) => {
      const book = await openBook(options, machine);
      const model = modelCalled(book, text);
      const wanted = wantedOf(book, options);
      const answer = await (options.on === undefined ? priceNow(book, model, wanted) : priceOn(book, model, wanted, options.on));
      say(machine, options, answer, priceText(answer, { showsUnconfirmed: options.unconfirmed === true }));
      if (answer.confirmed.length === 0) end(EXIT.unknown);
    });
}

const wantedOf = (book: PriceBook, { platform, host, region, tier }: PriceOptions): OfferKeyFilter => ({
  ...{ host: host ?? null, region: region ?? null, tier },
  platform: platform === undefined ? null : platformCalled(book, platform),
});

function addCompare(program: Command, machine: Machine, end: End): void {
  interface Options extends CommonOptions {
    readonly workload: string;
    readonly region?: string;
  }
  command(program, "compare", "models side by side, each at its cheapest confirmed seller")
    .argument("<models...>", "ids, names, or what APIs call them")
    .addOption(new Option("--workload <id>", "what a month is made of").choices(WORKLOAD_IDS).default("chat"))
    .option("--region <region>", "only sellers in a region or a group of them")
    .action(async (texts: readonly string[], { workload, region, ...options }: Options) => {
      const book = await openBook(options, machine);
      const models = texts.map((text) => modelCalled(book, text));
      const answer = await modelsAtCheapestSeller(book, models, workload, region ?? null);
      say(machine, options, answer, comparisonText(answer));
      if (answer.models.some(({ cheapest }) => cheapest === null)) end(EXIT.unknown);
    });
}

function addCost(program: Command, machine: Machine, end: End): void {
  interface Options extends CommonOptions {
    readonly usage: string;
    readonly model?: string;
    readonly region?: string;
    readonly platform?: readonly string[];
    readonly times: number;
    readonly on?: string;
  }
  command(program, "cost", "what used tokens cost at every platform that sells their models, fees included")
    .requiredOption(
      "--usage <file>",
      "responses, logs or usage reports of providers, as JSON or JSON lines; - reads standard input",
    )
    .option("--model <model>", "the model of calls that name none")
    .option("--region <region>", "only sellers in a region or a group of them")
    .option("--platform <id...>", "only these platforms")
    .option("--on <day>", "at the prices of a past day, before fees: what a bill of tokens says", day)
    .option("--times <n>", "how often the calls are made", times, 1)
    .action(async (options: Options) => {
      const usage = await textOf(options.usage, machine);
      const book = await openBook(options, machine);
      const platforms = (options.platform ?? []).map((id) => platformCalled(book, id));
      const narrowing = { model: options.model ?? null, region: options.region ?? null, times: options.times };
      const query = { usage, platforms, ...narrowing };
      if (options.on === undefined) {
        const answer = await costOf(book, query);
        say(machine, options, answer, costText(answer));
        if (answer.split === null) end(EXIT.unknown);
      } else {
        const answer = await pastCostOf(book, query, options.on);
        say(machine, options, answer, pastCostText(answer));
        if (answer.platforms.length === 0) end(EXIT.unknown);
      }
    });
}

function addCheck(program: Command, machine: Machine, end: End): void {
  interface Options extends CommonOptions {
    readonly maxDrift: number;
    readonly platform?: string;
    readonly strict?: true;
    readonly markdown?: true;
  }
  command(program, "check", "hold your own price map against the confirmed prices of the day")
    .argument("<file>", "LiteLLM's map, or { model: { input, output } } in dollars per million tokens; - reads standard input")
    .option("--max-drift <percent>", "how far a price may be off, as 2%", percent, 2)
    .option("--platform <id>", "hold lines that name no seller against this platform instead of the list price")
    .option("--strict", "a line that cannot be checked is a failure too")
    .option("--markdown", "a summary for a pull request")
    .action(async (file: string, { maxDrift, platform, ...options }: Options) => {
      const map = readPriceMap(await textOf(file, machine));
      const book = await openBook(options, machine);
      const at = platform === undefined ? null : platformCalled(book, platform);
      const answer = await checkPrices(book, { map, maxDriftPercent: maxDrift, platform: at });
      say(machine, options, answer, options.markdown === true ? checkMarkdown(answer) : checkText(answer));
      const { drift, unknownModel, unknownPrice } = answer.counts;
      if (drift > 0) end(EXIT.drift);
      else if (options.strict === true && unknownModel + unknownPrice > 0) end(EXIT.unknown);
    });
}

function addMcp(program: Command, machine: Machine): void {
  command(program, "mcp", "answer an agent over MCP on standard input and output").action(async (options: CommonOptions) => {
    const { serveMcp } = await import("./mcp.ts");
    await serveMcp(() => openBook(options, machine), about.version);
  });
}

async function textOf(file: string, { stdin }: Machine): Promise<string> {
  if (file === "-") return stdin();
  return readFile(file, "utf8").catch((cause: unknown) => {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new ExitError(`${file} could not be read (${why}).`, { code: EXIT.unclear, cause });
  });
}

function day(text: string): string {
  const isDay = /^\d{4}-\d\d-\d\d$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text) === true;
  if (!isDay) throw new InvalidArgumentError("A day is written 2026-07-01.");
  return text;
}

function percent(text: string): number {
  const [, figure] = /^(\d+(?:\.\d+)?)\s*%?$/.exec(text.trim()) ?? [];
  if (figure === undefined) throw new InvalidArgumentError("A share is written 2% or 0.5%.");
  return Number(figure);
}

function times(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError("A number of times is a whole one.");
  return Number(text);
}
