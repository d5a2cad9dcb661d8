/** Room that the detail card takes at the right of the map on wide screens, px. */
export const CARD_ROOM = 372;
