/**
 * Words that lose their meaning when an interpreter softens or swells them, and the prompts (or whole topics and stages) in
 * which they come up. Each has its note in every language under `glossary/` in `script.json`.
 */
const comesUpIn = {
  missing: ['confidentiality.being-missing', 'leaving', 'plan.safe-next-time'],
  talk: ['welcome.who-i-am', 'welcome.you-decide', 'plan.that-is-fine'],
  'social-worker': ['welcome.independent', 'confidentiality.who-reads-it', 'plan.what-i-will-do'],
  council: ['confidentiality.who-reads-it', 'plan.what-i-will-do'],
  police: ['confidentiality.who-reads-it', 'plan.what-i-will-do', 'concern.pass-on'],
  'you-decide': ['welcome.you-decide', 'welcome.how', 'confidentiality.agreement', 'plan.that-is-fine'],
  'must-tell': ['confidentiality.must-pass-on', 'confidentiality.said-back', 'concern.pass-on', 'plan.one-thing'],
  share: ['confidentiality.who-reads-it', 'confidentiality.wishes', 'plan.what-i-will-do', 'plan.objection'],
  agree: ['confidentiality.agreement', 'plan.agreement'],
  home: ['leaving', 'safety.afraid-to-go-home', 'coming-back'],
  safe: ['safety.while-away', 'safety.how-safe', 'plan.safe-next-time', 'plan.card'],
  danger: ['safety.someone-else-in-danger', 'plan.reach-me', 'concern.pass-on'],
  scared: ['safety.frightening', 'safety.afraid-to-go-home', 'safety.people-here'],
  hurt: ['confidentiality.must-pass-on', 'safety.hurt-now', 'safety.anything-bad', 'concern.pass-on'],
  kept: ['safety.kept', 'safety.wanted-to-leave', 'safety.made-to-go-back'],
  owing: ['while-away.owing'],
  work: ['while-away.work', 'while-away.getting-by'],
  papers: ['while-away.papers', 'while-away.moving'],
  'sexual-health': ['safety.sexual-health', 'safety.your-body'],
  'hurting-yourself': ['feelings.hurting-yourself'],
  'ending-your-life': ['feelings.ending-your-life'],
  helpline: ['plan.helplines', 'plan.declined-helplines', 'plan.card'],
  'exact-words': ['while-away.from-the-start', 'safety.anything-bad', 'confidentiality.said-back'],
} as const satisfies Readonly<Record<string, readonly string[]>>

export type GlossaryTerm = keyof typeof comesUpIn

/** Every term, in the order of the talk. */
export const glossaryTerms = Object.keys(comesUpIn) as readonly GlossaryTerm[]

/** The terms to take care with in a prompt. A place given as a stage or topic counts for all of its prompts. */
export function glossaryFor(prompt: string): readonly GlossaryTerm[] {
  const known = found.get(prompt)
  if (known) return known
  const terms = glossaryTerms.filter(term =>
    comesUpIn[term].some(place => prompt === place || prompt.startsWith(`${place}.`)),
  )
  found.set(prompt, terms)
  return terms
}

/** Looked up once for each prompt, because an interpreter waits for it at every move. */
const found = new Map<string, readonly GlossaryTerm[]>()

/** Where each term comes up, for the test that every place is in the guide. */
export const glossaryPlaces: Readonly<Record<GlossaryTerm, readonly string[]>> = comesUpIn
