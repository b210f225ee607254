import { languageOf } from '../../../locales/languages.ts'
import type { CaseText } from '../../casework/actions/caseTexts.ts'
import { type CaseConcern, toldInTalk } from '../../casework/actions/concernsOf.ts'
import type { CaseFile } from '../../casework/episode/caseFile.ts'
import { type NamedPerson, namesIn, nameWordsOf } from '../../casework/namesIn.ts'
import type { Say } from '../words/ConsoleKey.ts'
import { dayAndTime } from '../words/timeWords.ts'

export interface TextSources {
  file: CaseFile
  /** All of the case, in the order they are numbered by. */
  concerns: readonly CaseConcern[]
  /** Those that go into this text. */
  chosen: ReadonlySet<string>
  people: readonly NamedPerson[]
  say: Say
  language: string
  /** In words, what the talk had come to when a concern was raised. */
  asked(concern: CaseConcern): string | undefined
  kindWords(kind: string): string
  nameOf(id: string): string
}

/**
 * A referral as plain text, from the record and the case: what was said stays in the words it was said in. Nothing is weighed,
 * and nothing is added that somebody did not write.
 * NB: a name that was never given as a person is not marked. Whoever sends it reads it first.
 */
export function actionText(text: CaseText, sources: TextSources): string {
  const { file, concerns, chosen, people, say, language, nameOf } = sources
  const names = nameWordsOf(people)
  const marked = (words: string) => withMarks(words, names, say('texts/another-person'))
  const quoted = (words: string) => `“${marked(words)}”`
  const time = (at: string) => dayAndTime(at, language)
  const own = concerns.flatMap((concern, place) => (chosen.has(concern.id) ? [{ concern, number: place + 1 }] : []))
  // What is about another concern is not for them.
  const isOwn = (about: { interview: string; concern: string } | undefined) =>
    about
      ? own.some(({ concern }) => concern.id === about.concern && concern.interview === about.interview)
      : text === 'hub'
  const actions = file.actions.filter(({ concern }) => isOwn(concern))
  const notes = file.concernNotes.filter(isOwn)
  const part = (title: string, lines: readonly string[]) =>
    [title.toLocaleUpperCase(language), ...(lines.length > 0 ? lines : [say('texts/nothing')])].join('\n')
  const titleOf = ({ concern: { kind }, number }: (typeof own)[number]) =>
    say('concerns/one', {
      number,
      kind: kind === undefined ? say('concerns/no-kind') : sources.kindWords(kind),
    })

  return [
    say('texts/referral-to', { to: say(`texts/for-${text}`) }),
    say(`texts/consent-${text}`),
    part(say('texts/who'), who(sources)),
    part(
      say('texts/said'),
      own.flatMap(each => [
        titleOf(each),
        ...each.concern.said.flatMap(({ words, voice, original }) => [
          `${say(`voice/${voice}`)}: ${quoted(words)}`,
          ...(original
            ? [
                `${say('value/original', { language: languageOf(original.language).ownName })} ${quoted(original.words)}`,
              ]
            : []),
        ]),
        ...(each.concern.said.length === 0 ? [say('concerns/no-words')] : []),
      ]),
    ),
    part(
      say('texts/asked'),
      own.map(({ concern, number }) => {
        const asked = sources.asked(concern)
        return `${number}. ${asked === undefined ? say('texts/asked-none') : `“${asked}”`}`
      }),
    ),
    part(
      say('texts/when'),
      own.map(({ concern, number }) => say('texts/raised', { number, when: time(concern.raisedAt) })),
    ),
    part(say('texts/done'), [
      ...own.flatMap(({ concern }) => concern.done.map(marked)),
      ...actions.map(({ kind, owner, ownedBy, due, words, ended }) => {
        const whose = ownedBy === undefined ? say(`owner/${owner}`) : `${say(`owner/${owner}`)}, ${ownedBy}`
        const what = `${say(`action/${kind}`)} (${whose})`
        const more = [words, ended?.words].flatMap(each => (each === undefined ? [] : [marked(each)]))
        const state = ended
          ? `${what}: ${say(`outcome/${ended.outcome}`)}, ${time(ended.at)}`
          : say('texts/open', { what: due === null ? what : `${what}, ${say('actions/due-at', { when: time(due) })}` })
        return [state, ...more].join('. ')
      }),
    ]),
    part(say('texts/told'), [
      ...notes.flatMap(({ toldTo, at, writtenBy }) =>
        toldTo === undefined ? [] : [`${toldTo}, ${time(at)} (${nameOf(writtenBy)})`],
      ),
      ...own.map(({ concern, number }) => {
        const last = notes.findLast(each => each.concern === concern.id && each.interview === concern.interview)
        const told = last?.childTold ?? toldInTalk(concern.told)
        const why = told === 'told' ? undefined : last?.words
        return [
          `${number}. ${say('texts/child-told', { told: say(`child-told/${told}`) })}`,
          ...(why === undefined ? [] : [marked(why)]),
        ].join('. ')
      }),
    ]),
  ].join('\n\n')
}

function who({ file, say }: TextSources): string[] {
  const { ages } = file.facts
  return [
    file.calledAs === undefined ? say('texts/not-named') : say('texts/called', { name: file.calledAs }),
    ...(ages?.claimed === undefined ? [] : [say('texts/age-claimed', { age: ages.claimed })]),
    ...(ages?.assessed === undefined ? [] : [say('texts/age-assessed', { age: ages.assessed })]),
    ...(ages?.disputed ? [say('texts/age-disputed')] : []),
    ...(file.facts.lookedAfter ? [say('desk/looked-after')] : []),
    ...(file.placingAuthority === undefined ? [] : [say('texts/placing', { who: file.placingAuthority })]),
    ...(file.reference === undefined ? [] : [say('texts/reference', { reference: file.reference })]),
  ]
}

/** The words, with a mark behind each name of someone else. */
function withMarks(words: string, names: ReturnType<typeof nameWordsOf>, mark: string): string {
  let out = ''
  let at = 0
  for (const { to } of namesIn(words, names)) {
    out += `${words.slice(at, to)} [${mark}]`
    at = to
  }
  return out + words.slice(at)
}
