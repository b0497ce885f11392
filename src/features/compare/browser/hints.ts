import "../../../table/browser/close-hints.ts";

/** Beside tables whose marks open to what is assumed, here and in the calculator: their own modules have no room, and come later. */
