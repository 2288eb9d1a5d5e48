/** The load that rows entered by hand carry. */
export const BY_HAND = 0;
