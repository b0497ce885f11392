/** A short answer to a question that buyers ask, with the figures of the day. Its text is our own Markdown. */
export interface Guide {
  /** Stands in its address. */
  readonly id: string;
  readonly title: string;
  /** The first sentence: the answer, with today's figures. */
  readonly answer: string;
  /** What follows, without a title of its own. */
  readonly text: string;
}
