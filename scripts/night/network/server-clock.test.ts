import { expect, test } from "vitest";
import { notAhead } from "./server-clock.ts";

const NIGHT = "2026-11-21T04:00:00Z";
const dated = (readAt: string) => ({ url: "npm:@a/b@1.2.3", readAt, content: null });

test.each([
  ["the day before", "2026-11-20T10:48:49Z", "2026-11-20T10:48:49Z"],
  ["of the same moment", NIGHT, NIGHT],
  ["a few hours ahead, by another's clock", "2026-11-21T09:00:00Z", NIGHT],
])("a body dated %s is believed, and is never later than the night", (_, readAt, believed) => {
  expect(notAhead(dated(readAt), NIGHT)).toEqual(dated(believed));
});

test.each(["2026-11-22T04:00:01Z", "2027-05-01T10:00:00Z", "2099-05-01T10:00:00Z"])("a body dated %s is refused", (readAt) => {
  expect(() => notAhead(dated(readAt), NIGHT)).toThrow(`npm:@a/b@1.2.3 is dated ${readAt}, ahead of this night of ${NIGHT}`);
});
