import { expect, test } from "vitest";
import type { Announcement } from "../../domain/history/announcement.ts";
import { announcementGroups } from "./announcement-groups.ts";

/** Acme says that it retires a model on a day; null = several, named in the words. */
function retirement(
  model: string | null,
  effectiveOn: string,
  what: string,
  sourceUrl = "https://acme.example/ends",
): Announcement {
  return {
    ...{ id: `${model}-${effectiveOn}`, model, platform: "acme", kind: "retirement", announcedOn: null, effectiveOn },
    ...{ before: null, after: null, via: null, atLeastUntil: null, withdrawnOn: null },
    ...{ what, sourceUrl, confidence: "high", checkedOn: "2026-11-20" },
  };
}

const linesOn = (day: string, ...announcements: readonly Announcement[]) =>
  announcementGroups(
    announcements,
    day,
    (id) => (id === "acme/gone" ? null : id.replace("acme/", "").toUpperCase()),
    () => "Acme",
  ).flatMap(({ id, lines }) => lines.map(({ models, text }) => `${id}: ${models.map(({ name }) => name).join(", ")}: ${text}`));

test("what a platform says alike of several models is one line, where the first of them stood", () => {
  const lines = linesOn(
    "2026-11-20",
    retirement("acme/nova", "2026-12-11", "Shut down."),
    retirement("acme/mini", "2026-12-12", "Shut down."),
    retirement("acme/nano", "2026-12-11", "Shut down."),
    retirement("acme/gone", "2026-12-11", "Shut down."),
  );
  expect(lines).toEqual([
    "ahead: NOVA, NANO, acme/gone: Acme: retired from 11 Dec 2026. Shut down.",
    "ahead: MINI: Acme: retired from 12 Dec 2026. Shut down.",
  ]);
});

test("another source, another note and another state are lines of their own; what names no model has none", () => {
  const lines = linesOn(
    "2026-11-20",
    retirement("acme/nova", "2026-11-19", "Shut down."),
    retirement("acme/nova", "2026-12-11", "Shut down."),
    retirement("acme/mini", "2026-12-11", "Shut down.", "https://acme.example/other"),
    retirement("acme/nano", "2026-12-11", "Answered by Nova."),
    retirement(null, "2026-12-11", "Images end."),
  );
  expect(lines).toEqual([
    "ahead: NOVA: Acme: retired from 11 Dec 2026. Shut down.",
    "ahead: MINI: Acme: retired from 11 Dec 2026. Shut down.",
    "ahead: NANO: Acme: retired from 11 Dec 2026. Answered by Nova.",
    "ahead: : Acme: retired from 11 Dec 2026. Images end.",
    "effective: NOVA: Acme: retired from 19 Nov 2026. Shut down.",
  ]);
});
