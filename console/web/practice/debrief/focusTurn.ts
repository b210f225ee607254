/** Brings a turn of the timeline into sight, and the keyboard to it, once what was changed is drawn. */
export const focusTurn = (turn: number) => requestAnimationFrame(() => document.getElementById(`turn-${turn}`)?.focus())
