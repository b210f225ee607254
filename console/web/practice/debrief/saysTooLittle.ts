import type { Debrief } from '../../../../dialogs/practice/debrief/debrief.ts'

/** Fewer turns with words than this show nothing of how somebody talks. An assumption. */
const fewest = 3

/** Whether the talk is too short to say anything of. */
export const saysTooLittle = ({ turns }: Pick<Debrief, 'turns'>): boolean =>
  turns.filter(turn => turn.class !== undefined).length < fewest
