import type { PriceGrade } from "../../domain/platform/price-grade.ts";
import { sourceFacts } from "../../domain/source/sources.ts";
import { formatDay } from "../format.ts";

/** Why a platform has its grade, in one line: `A: our job reads its own prices, last on 22 Aug 2026`. */
export function gradeText(grade: PriceGrade): string {
  switch (grade.grade) {
    case "A":
      return grade.readBy === "us"
        ? `A: our job reads its own prices, last on ${formatDay(grade.newest.readAt)}`
        : `A: a program of ${sourceFacts(grade.newest.id).name} copies its own prices, last on ${formatDay(grade.newest.readAt)}`;
    case "B":
      return `B: a person read its own price page, last on ${formatDay(grade.newest.readAt)}`;
    case "C":
      return `C: ${STATED[grade.states]}`;
    case "D":
      return "D: we know no public price of its own";
    default:
      return grade satisfies never;
  }
}

const STATED = {
  api: "it publishes prices by API that no source of ours reads: what stands here comes from a catalogue",
  page: "it publishes a page with prices that no source of ours reads: what stands here comes from a catalogue",
  claim: "its prices are its own claims, in its articles or code",
} as const;
