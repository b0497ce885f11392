import { modelOf, offers, run, secondsOf } from "../../data/catalog.ts";
import { readOffer } from "../../domain/source/disagreement.ts";
import { disagreementPage } from "./disagreement-page.ts";

const readOffers = offers.filter(({ status }) => status !== "retired").map((offer) => readOffer(offer, secondsOf(offer.id)));

/** Where today's sources disagree, for the page and its twin. */
export const disagreements = disagreementPage(readOffers, run, (id) => modelOf(id).name);
