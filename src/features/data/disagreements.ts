import { modelOf, offers, run, secondsOf } from "../../data/catalog.ts";
import { readOffer } from "../../domain/source/disagreement.ts";
import { disagreementPage } from "./disagreement-page.ts";

const onSale = offers.filter(({ status }) => status !== "retired");
const readOffers = onSale.map((offer) => readOffer(offer, secondsOf(offer.id)));

/** Where today's sources disagree, for the page and its twin. */
export const disagreements = disagreementPage(readOffers, offers.length - onSale.length, run, (id) => modelOf(id).name);
