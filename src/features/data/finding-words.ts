import { GUARD_RULES, GuardRuleName } from "../../domain/source/guard-rule.ts";

/** What the rule of a finding noticed, in words; a rule without any stands by its name. */
export function findingWords(rule: string): string {
  const guard = GuardRuleName.safeParse(rule);
  return guard.success ? GUARD_RULES[guard.data].says : (NOTE_WORDS[rule] ?? rule);
}

/** The rules of `scripts/night` that are no guards. */
const NOTE_WORDS: Readonly<Partial<Record<string, string>>> = {
  acceptedAfterHold: "Held before, and believed since",
  clockAhead: "The newest list of models is older than the data",
  clockJumped: "The day of the data moved by many days at once",
  clockStandsStill: "Sources were read, and none of them moved the day of the data",
  curatedTooOld: "A price that a person wrote down is past its days: to be read again",
  exceptionUnused: "An exception that a person wrote for a guard, and nothing needs",
  factsLost: "A source that no longer says much of what it said of its models",
  firstRead: "A source that was read for the first time",
  idRespelled: "A model that its source spells in another way",
  leftoverRows: "Rows of a catalogue that no other source bears out: left out",
  listMayHaveChanged: "A list price of which somebody says otherwise since: to be read again",
  platformUnknown: "A platform that nobody has written down: its rows are left out",
  qualityNotRated: "A much used model that no source of quality rates",
  qualityScoreKept: "A score that is not believed: the one before stays",
  qualityScoresLost: "A source of quality that lost scores",
  ratesFailed: "Exchange rates that could not be read or are not believed",
  statedFactUnused: "What a person wrote down of a model, and lists say by now",
  unconfirmedContextTier: "A price for long prompts that no person has confirmed: left out",
};
