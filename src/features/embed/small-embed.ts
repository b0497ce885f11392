import type { ModelPin } from "../../domain/model/model-pin.ts";
import type { RankingSnapshot } from "../../domain/ranking/ranking-snapshot.ts";
import { formatDay } from "../../site/format.ts";
import { escapeHtml } from "../../site/html-text.ts";
import * as paths from "../../site/paths.ts";
import { type SmallFile, smallPage } from "../../site/small-page.ts";
import { badgeSvg } from "./badge.ts";
import { embedRows, modelBadge, modelEmbed } from "./embeds.ts";

/** A ranking's embed pinned to a day that has no page of its own any more: the same rows, in less than half the bytes. `name` as on its page. */
export function smallEmbedOf(snapshot: RankingSnapshot, name: string): SmallFile {
  const { workload, asOf } = snapshot;
  const path = paths.bestOn(workload, asOf);
  const newest = snapshot.kept.at(-1);
  const lines = embedRows(newest?.rows ?? []).map(
    ({ rank, name: model, seller, month }) =>
      `<tr><td>${rank}</td><th scope="row">${escapeHtml(model)}</th><td>${escapeHtml(seller)}</td><td>${escapeHtml(month)}</td></tr>`,
  );
  const source = `<a href="${escapeHtml(path)}" target="_blank" rel="noopener">sha256 ${newest?.sha256.slice(0, 12)}…, at Token Parity</a>`;
  const body = `<table><tbody>${lines.join("")}</tbody></table><p>As kept on ${formatDay(asOf)} · ${source}</p>`;
  return { path: `${paths.embedBest(workload, asOf)}index.html`, text: smallPage({ title: name, path, forward: null, body }) };
}

/** A model's embed and its badge, pinned to such a day: the same facts. */
export function smallPinOf(id: string, name: string, pin: ModelPin): readonly SmallFile[] {
  const path = paths.model(id);
  const facts = modelEmbed(id, pin).facts.map(
    ([label, value]) => `<tr><th scope="row">${escapeHtml(label)}</th><td>${escapeHtml(value)}</td></tr>`,
  );
  const source = `<a href="${escapeHtml(path)}" target="_blank" rel="noopener">every price and source at Token Parity</a>`;
  const body = `<table><tbody>${facts.join("")}</tbody></table><p>As kept on ${formatDay(pin.day)} · ${source}</p>`;
  return [
    { path: `${paths.embedModel(id, pin.day)}index.html`, text: smallPage({ title: name, path, forward: null, body }) },
    { path: paths.badge(id, pin.day), text: badgeSvg(modelBadge(id, pin)) },
  ];
}
