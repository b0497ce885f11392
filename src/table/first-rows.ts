/** As many rows as a list has in the page before anybody asks for more: more than a tall screen shows, and drawn within a frame on a slow machine. */
export const FIRST_ROWS = 40;
