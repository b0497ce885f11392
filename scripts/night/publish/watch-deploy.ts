import { z } from "zod";
import type { Workplace } from "./command.ts";
import { closeIssue, type KnownIssue, openIssue } from "./issue.ts";

/** One page as the web gives it. */
export type GetPage = (url: string) => Promise<{ readonly status: number; readonly text: string }>;

export interface WatchedSite {
  /** `https://owner.github.io/token-parity/`. */
  readonly site: string;
  /** The day of tonight's data. */
  readonly asOf: string;
  readonly get: GetPage;
  /** A host may serve yesterday's copy for some minutes. */
  readonly tries: number;
  readonly wait: () => Promise<void>;
}

export const DEPLOY_ISSUE: KnownIssue = {
  label: "deploy",
  labelMeans: "The public site is not tonight's",
  title: "The public site is not tonight's",
};

const Index = z.object({ asOf: z.string() });

/** What is wrong with the site as readers get it: home page, one model's page, and the day of the API. Empty = it is tonight's. */
export async function liveFaults({ site, asOf, get, tries: turns, wait }: WatchedSite): Promise<readonly string[]> {
  let faults = await faultsNow(site, asOf, get);
  for (let turn = 1; turn < turns && faults.length > 0; turn += 1) {
    await wait();
    faults = await faultsNow(site, asOf, get);
  }
  return faults;
}

async function faultsNow(site: string, asOf: string, get: GetPage): Promise<readonly string[]> {
  const home = await get(site);
  if (home.status !== 200) return [`${site} answers ${home.status}`];
  const modelLink = /href="([^"]*\/models\/[^"/]+\/[^"/]+\/)"/.exec(home.text)?.[1];
  if (modelLink === undefined) return [`${site} links to no model`];
  return [
    ...(await modelFaults(new URL(modelLink, site).href, get)),
    ...(await dayFaults(`${site}api/v1/index.json`, asOf, get)),
  ];
}

async function modelFaults(url: string, get: GetPage): Promise<readonly string[]> {
  const { status } = await get(url);
  return status === 200 ? [] : [`${url} answers ${status}`];
}

async function dayFaults(url: string, asOf: string, get: GetPage): Promise<readonly string[]> {
  const { status, text } = await get(url);
  if (status !== 200) return [`${url} answers ${status}`];
  const live = Index.safeParse(jsonOf(text));
  if (!live.success) return [`${url} does not say its day`];
  return live.data.asOf === asOf ? [] : [`${url} is as of ${live.data.asOf}, tonight is ${asOf}`];
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Opens the issue about the public site, or closes it when all is well. Throws with gh's own words. */
export function reportDeploy(place: Workplace, faults: readonly string[], runUrl: string): void {
  const list = faults.map((fault) => `- ${fault}`).join("\n");
  if (faults.length === 0) closeIssue(place, DEPLOY_ISSUE, `The public site is tonight's again: ${runUrl}`);
  else openIssue(place, DEPLOY_ISSUE, `${list}\n\n[The run](${runUrl})\n`, `Again tonight:\n\n${list}`);
}
