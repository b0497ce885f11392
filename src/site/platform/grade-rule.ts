/** The rule behind the grades, where they are. Apart from `grade-text.ts`, which brings the table of sources along. */
export const GRADE_RULE =
  "A a program reads the platform’s own prices, ours or that of a catalogue which copies them and says when; B a person read its own page, with the day; C it states prices that no source of ours reads; D we know no public price of its own.";
