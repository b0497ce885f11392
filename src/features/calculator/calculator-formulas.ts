/** What the calculator computes, in the letters of `/methodology/`. */
export const FORMULAS = `request = I·(1−c−w)·input + I·c·cache read + I·w·cache write + O·output + prices per call
month   = R · ((1−b)·request(standard card) + b·request(batch card))
fee     = max(top-up · percent, minimum)
landed  = month · (1 − discount) · (1 + markup) · (top-up + fee) / (top-up · (1 + bonus)) + plan

cache pays above    (write/input − 1) / (1 − read/input) re-reads
batches pay above   b where (1−b)·A + b·A(batch) = (1−b)·B + b·B(batch)
own key pays where  credit fee · m > plan + own-key fee · max(0, m − allowance)
bonus pays below    bonus/(1+bonus) · 24/months of interest a year, spent evenly
system prompt       tokens · requests · 12 · price a year; waste = input price − cache-read price`;

/** What the letters mean. */
export const LETTERS =
  "R requests a month of I tokens in and O out; c of the input read from cache, w written to it; b of the requests in batches; A and B two platforms’ months; m the month at list prices. The card is the one for a prompt of I tokens: past a threshold the whole request moves.";
