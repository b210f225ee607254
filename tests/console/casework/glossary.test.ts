import { describe, expect, it } from 'vitest'
import { glossaryFor, glossaryPlaces, glossaryTerms } from '../../../console/casework/glossary.ts'
import { publishedGuides } from '../../../dialogs/guide/guide.ts'
import { promptsIn } from '../../../dialogs/plan/promptsIn.ts'
import { languages } from '../../../locales/languages.ts'
import { createTranslator } from '../../../locales/translator.ts'

const newest = publishedGuides.at(-1)
if (!newest) throw new Error('A guide has been published.')
const { stages, concern } = newest
const prompts = [...[...promptsIn(newest).values()].map(({ prompt }) => prompt), ...concern.prompts]
const places = new Set([
  ...stages.map(({ id }) => id),
  ...[...stages.flatMap(({ topics }) => topics), concern].map(({ id }) => id),
  ...prompts.map(({ id }) => id),
])

describe('the words to take care with', () => {
  it('come up in places that the newest guide has', () => {
    const all = Object.entries(glossaryPlaces).flatMap(([term, where]) => where.map(place => `${term}: ${place}`))
    expect(all.filter(each => !places.has(each.split(': ')[1] ?? ''))).toEqual([])
    expect(new Set(all).size).toBe(all.length)
  })

  it('are each shown with something that an interpreter is told to say', () => {
    const spoken = [...promptsIn(newest).values()]
      .filter(({ prompt, stage }) => !prompt.private && (prompt.kind === 'say' || !stage.practitionerOnly))
      .map(({ prompt }) => prompt)
    const said = [...spoken, ...concern.prompts.filter(({ kind }) => kind === 'say')]
    const shown = new Set(said.flatMap(({ id }) => glossaryFor(id)))
    expect(glossaryTerms.filter(term => !shown.has(term))).toEqual([])
  })

  it('are those of the whole topic or stage, in the order of the talk, and of no place with a longer name', () => {
    expect(glossaryFor('while-away.owing')).toEqual(['owing'])
    expect(glossaryFor('while-away.owing-more')).toEqual([])
    expect(glossaryFor('leaving.before-you-went')).toEqual(['missing', 'home'])
    expect(glossaryFor('concern.pass-on')).toEqual(['police', 'must-tell', 'danger', 'hurt'])
    expect(glossaryFor('not-in-the-guide')).toEqual([])
  })

  it.each(languages.map(({ code }) => code))('have a word and a note of its own in %s', code => {
    const { has, words } = createTranslator()
    const say = words(code, 'script')
    for (const term of glossaryTerms) {
      for (const key of [`glossary/${term}`, `glossary/${term}/note`])
        expect([key, has(code, 'script', key)]).toEqual([key, true])
      expect(say(`glossary/${term}/note`)).not.toBe(say(`glossary/${term}`))
    }
  })
})
