import { PLATFORM_READERS, type PlatformSourceId } from "../../../../../src/domain/source/platforms/platform-sources.ts";
import type { Source } from "../../source.ts";
import { bedrock } from "../clouds/aws-price-list.ts";
import { azure } from "../clouds/azure-prices.ts";
import { platformSource } from "../platform-source.ts";
import type { PlatformSpec } from "../platform-spec.ts";
import { GATEWAYS } from "./gateways.ts";
import { HOSTS } from "./hosts.ts";
import { OPENROUTER_LIKE } from "./openrouter-like.ts";
import { PAGES } from "./pages.ts";

/** Every spec. One platform more: a spec in one of these lists, a line in `platform-sources.ts`, a fixture. */
export const PLATFORM_SPECS: readonly PlatformSpec[] = [...GATEWAYS, ...HOSTS, ...OPENROUTER_LIKE, bedrock, azure, ...PAGES];

/** The platforms that are read tonight. */
export const platformSources = (): readonly Source[] => PLATFORM_SPECS.filter(({ id }) => isOn(id)).map(platformSource);

/** A spec that nobody trusts yet is in the table with the reason why it is off. */
const isOn = (id: PlatformSourceId): boolean => !("offBecause" in PLATFORM_READERS[id]);
