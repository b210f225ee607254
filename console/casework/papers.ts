import type { AgeBand, Guide, Stage } from '../../dialogs/guide/schema.ts'

/** What is sent or handed over about the talk before it is held. */
export const letterNames = ['offer-letter', 'leaflet', 'parent-letter'] as const
export type LetterName = (typeof letterNames)[number]

/** What can be printed: the words of the talk, a page and a card that the young person keeps, a card to point at, and letters. */
export const paperNames = ['script', 'what-happens', 'numbers', 'card', ...letterNames] as const
export type PaperName = (typeof paperNames)[number]

/** Those that are had as Word too, to be changed before they are handed over. */
export const paperHasWord = (paper: PaperName): boolean => paper === 'numbers' || letterNamed(paper) !== undefined

export const letterNamed = (name: string): LetterName | undefined => letterNames.find(each => each === name)

export const documentFormats = ['pdf', 'docx'] as const
export type DocumentFormat = (typeof documentFormats)[number]

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
  /** Word is for letters and numbers alone; a PDF unless it is asked for. */
  format?: DocumentFormat | undefined
  /** Of a letter alone. Without it there is room to write it by hand. */
  about?: LetterAbout | undefined
}

/** The one case that a letter is made for. */
export interface LetterAbout {
  /** What the young person is called. */
  youngPerson?: string | undefined
  /** Who sends it. */
  practitioner?: string | undefined
  /** YYYY-MM-DD, in London. */
  day: string
  /** In this country without a parent or guardian. */
  unaccompanied: boolean
  /** Whether a parent may still have to agree before the talk. */
  mayNeedConsent: boolean
}

/** The stages of the script, in order: what a young person may hear, and last what is said when there is a concern. */
export function stagesOnPaper({ stages, concern }: Guide): Stage[] {
  const said = concern.prompts.filter(({ kind }) => kind === 'say')
  const last = { id: concern.id, practitionerOnly: false, pensDown: false, topics: [{ ...concern, prompts: said }] }
  return [...stages.filter(({ practitionerOnly }) => !practitionerOnly), last]
}
