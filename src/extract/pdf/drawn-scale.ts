/** The scale at which a drawn page is read. */

/** Pixels per point (200 dpi) where nothing on the page tells better. */
export const drawnScale = 200 / 72
