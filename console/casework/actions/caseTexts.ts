/** Whom a text is made ready for. The program sends none of them. */
export const caseTexts = ['hub', 'first-responder', 'contextual', 'health'] as const
export type CaseText = (typeof caseTexts)[number]

/** Kinds of concern that are usually for them; the hub gets every one. Whoever makes the text chooses. */
const usual: Readonly<Record<Exclude<CaseText, 'hub'>, readonly string[]>> = {
  'first-responder': ['trafficking', 'exploitation'],
  contextual: ['exploitation', 'trafficking', 'sexual-harm', 'threatened-or-kept', 'going-again-now'],
  health: ['sexual-harm', 'medical', 'self-harm', 'hurt', 'female-genital-mutilation'],
}

export const isUsualIn = (text: CaseText, kind: string | undefined): boolean =>
  text === 'hub' || (kind !== undefined && usual[text].includes(kind))
