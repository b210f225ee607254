import { directionOf } from '../../../locales/languages.ts'
import type { GlossaryTerm } from '../../casework/glossary.ts'
import { useWords } from '../words/useWords.ts'
import { type ScriptKey, type Speak, useScriptPage } from './ScriptContext.ts'

interface Props {
  terms: readonly GlossaryTerm[]
  /** Language of the talk, and its words. */
  talk: string
  inTalk: (key: ScriptKey) => string
}

/** Words of the present prompt that lose their meaning when they are softened: in both languages, with what to mind. */
export function Glossary({ terms, talk, inTalk }: Props) {
  const { speak, language } = useScriptPage()
  const inEnglish = useWords('en', 'script') as Speak | undefined
  if (terms.length === 0) return null
  return (
    <section class="script__glossary" aria-labelledby="script-glossary">
      <h2 class="govuk-heading-s" id="script-glossary">
        {speak('glossary/title')}
      </h2>
      <dl>
        {terms.map(term => (
          <div key={term}>
            <dt>
              <bdi lang={talk}>{inTalk(`glossary/${term}`)}</bdi>
              {talk !== 'en' && (
                <bdi lang="en" class="script__quiet">
                  {inEnglish?.(`glossary/${term}`)}
                </bdi>
              )}
            </dt>
            <dd lang={language} dir={directionOf(language)}>
              {speak(`glossary/${term}/note`)}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
