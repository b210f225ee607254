import type { Prompt } from '../dialogs/guide/schema.ts'
import { type Action, action, type Message, optionsIn } from './message.ts'
import { accountsIn, followUpIn, type Suggestion, suggestionsIn } from './suggestions.ts'
import { both, labelKey, promptWords, saidIn, type View } from './view.ts'

/** Where the talk is: the prompt to say, or that it waits, or that it is over. */
export function presentMessage(view: View): Message {
  const { step, bot } = view
  switch (step.kind) {
    case 'ask':
      return promptMessage(view, step)
    case 'paused':
      return { text: bot('paused'), actions: [action(view, 'resume')] }
    case 'close': {
      const notes = step.because === 'stopped' ? ['resume', 'go after'] : ['topics']
      return { text: bot(`closed/${step.because}`), actions: [...notes, 'start'].map(value => action(view, value)) }
    }
  }
}

type Asked = Extract<View['step'], { kind: 'ask' }>

function promptMessage(view: View, { prompt, topic, stage, concern }: Asked): Message {
  const { bot, own } = view
  const { words, own: inOwn } = promptWords(view, prompt)
  const ofYou = isOfYou(prompt, stage)
  const how = prompt.kind === 'account' && ofYou ? 'how/account-of-you' : `how/${prompt.kind}`
  const lines = [
    bot('place', {
      stage: concern ? bot('stage-of-concern') : own(`stage/${stage.id}`),
      topic: own(`topic/${topic.id}`),
    }),
    bot(ofYou ? 'asked-of-you' : 'spoken', { words }),
    ...(inOwn === undefined ? [] : [bot('in-your-language', { words: inOwn })]),
    ...optionLines(view, prompt),
    ...unverifiedLine(view, words),
    ...(prompt.hinted ? [bot('hint', { hint: own(`hint/${prompt.id}`) })] : []),
    ...listenForLine(view, prompt),
    bot(stage.pensDown ? 'pens-down' : how),
  ]
  return { text: lines.join('\n'), actions: promptActions(view, prompt, ofYou, concern !== undefined) }
}

/** What is about to be said that nobody has checked. */
function unverifiedLine(view: View, words: string): string[] {
  const { bot, settings, record } = view
  const filling = saidIn(view, record.language)
  const said = settings.unverified.filter(setting => words.includes(filling[setting]))
  return said.length === 0 ? [] : [bot('unverified', { what: said.map(each => bot(`unverified/${each}`)).join('; ') })]
}

/** Asked of the practitioner, not said to the young person. */
const isOfYou = (prompt: Prompt, stage: Asked['stage']) =>
  stage.practitionerOnly || (prompt.voice === 'practitioner' && prompt.kind !== 'say') || prompt.id === 'concern.words'

function optionLines(view: View, prompt: Prompt): string[] {
  return optionsIn(view).map(({ code, label }, place) => {
    const inEnglish = view.own(labelKey(prompt, code))
    return `${place + 1}. ${label}${inEnglish === label ? '' : ` (${inEnglish})`}`
  })
}

const listened = 8

function listenForLine({ bot, own, record }: View, { listenFor }: Prompt): string[] {
  const open = listenFor.filter(id => !record.fields[id]?.entries.length)
  if (open.length === 0) return []
  const titles = open.slice(0, listened).map(id => own(`coverage/${id}`))
  const count = open.length - titles.length
  const list = titles.join('; ')
  return [count > 0 ? bot('listen-for-more', { titles: list, more: count }) : bot('listen-for', { titles: list })]
}

function promptActions(view: View, prompt: Prompt, ofYou: boolean, inConcern: boolean): Action[] {
  const options = optionsIn(view).map(({ code, label }) => ({ value: code, title: label }))
  const moves = prompt.kind === 'say' || prompt.kind === 'account' ? ['next', 'skip'] : ['skip']
  const mayKeepBack = !ofYou && prompt.kind !== 'say' && prompt.kind !== 'plain'
  const others = [...(mayKeepBack ? ['rather not'] : []), ...moves, ...(inConcern ? [] : ['concern'])]
  const titled = others.map(value => action(view, value))
  const said = { value: 'next', title: view.bot('action/said-it') }
  return [...options, ...titled.map(each => (each.value === 'next' && prompt.kind === 'say' ? said : each))]
}

/** What was heard in the accounts of the present prompt, and one open thing to say next; nothing where there is no account. */
export function listeningMessages(view: View): Message[] {
  if (accountsIn(view).length === 0) return []
  const suggestions = suggestionsIn(view)
  const open = suggestions.filter(each => each.open)
  const followUp = followUpIn(view, suggestions)
  return [
    ...(open.length === 0 ? [] : [heardMessage(view, open)]),
    ...(followUp === undefined ? [] : [followUpMessage(view, followUp.id)]),
  ]
}

function heardMessage(view: View, open: readonly Suggestion[]): Message {
  const { bot, own } = view
  const isSafety = (id: string) => view.guide.coverage.some(item => item.id === id && item.safety)
  const named = open.map(each => ({ ...each, coverage: own(`coverage/${each.coverage}`), id: each.coverage }))
  const lines = [
    bot('heard'),
    ...named.map(({ number, coverage, because, told }) => bot(`heard-${told}`, { number, coverage, because })),
    ...(open.some(each => each.told === 'yes' && isSafety(each.coverage)) ? [bot('heard-safety')] : []),
  ]
  const actions = named.flatMap(({ id, coverage, told }) => [
    { value: `keep ${id}`, title: bot(`action/keep-${told}`, { coverage }) },
    { value: `not ${id}`, title: bot('action/not', { coverage }) },
  ])
  return { text: lines.join('\n'), actions }
}

function followUpMessage(view: View, id: string): Message {
  const { words, own } = both(view, `follow-up/${id}`)
  const lines = [view.bot('follow-up', { words }), ...(own ? [view.bot('in-your-language', { words: own })] : [])]
  return { text: lines.join('\n'), actions: [] }
}

/** After an account: say more or move on, without showing the same prompt again. */
export function accountOpenMessage(view: View): Message {
  const others = ['next', 'concern', 'undo'].map(value => action(view, value))
  return { text: view.bot('account-open'), actions: others }
}
