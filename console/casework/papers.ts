import type { AgeBand, Guide, Stage } from '../../dialogs/guide/schema.ts'

/** What can be printed: the words of the talk, a page and a card that the young person keeps, and a card to point at. */
export const paperNames = ['script', 'what-happens', 'numbers', 'card'] as const
export type PaperName = (typeof paperNames)[number]

export const paperAges: readonly AgeBand[] = ['under11', '11to15', 'over15']

/** Those whose words are others for another age. */
export const paperHasAges = (paper: PaperName): boolean => paper === 'script' || paper === 'what-happens'

/** What somebody wants printed. */
export interface PaperAsked {
  language: string
  paper: string
  /** One stage of the script; without it, all of them. */
  stage?: string | undefined
  /** The words for this age alone; without it, the script has all of them, and the page those for 11 to 15. */
  age?: AgeBand | undefined
}

/** The stages of the script, in order: what a young person may hear, and last what is said when there is a concern. */
export function stagesOnPaper({ stages, concern }: Guide): Stage[] {
  const said = concern.prompts.filter(({ kind }) => kind === 'say')
  const last = { id: concern.id, practitionerOnly: false, pensDown: false, topics: [{ ...concern, prompts: said }] }
  return [...stages.filter(({ practitionerOnly }) => !practitionerOnly), last]
}
