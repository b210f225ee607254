import { progressOf } from '../dialogs/plan/progress.ts'
import type { InterviewRecord } from '../dialogs/record/record.ts'
import { languageOf } from '../locales/languages.ts'
import { answerWords } from './answerWords.ts'
import type { Query } from './commands.ts'
import { answersIn } from './lastAnswer.ts'
import type { Message } from './message.ts'
import { promptWords, type View } from './view.ts'

/** What is answered to something asked that records nothing. Where the talk is follows it. */
export function queryMessages(view: View, query: Query): Message[] {
  switch (query) {
    case 'start':
      return [{ text: view.bot('already-open'), actions: [] }]
    case 'where':
      return [whereMessage(view)]
    case 'help':
      return [{ text: view.bot('help'), actions: [] }]
    case 'topics':
      return [topicsMessage(view)]
    case 'said':
      return [saidMessage(view)]
    case 'language':
      return [languagesMessage(view)]
  }
}

function whereMessage(view: View): Message {
  const { left, total } = progressOf(view.guide, view.record)
  return { text: view.bot('where', { done: total - left, total, left }), actions: [] }
}

function topicsMessage(view: View): Message {
  const topics = progressOf(view.guide, view.record).topics.map(({ topic, stage, prompts, left }) => ({
    value: `go ${topic}`,
    title: view.own(`topic/${topic}`),
    place: view.bot('place', { stage: view.own(`stage/${stage}`), topic: view.own(`topic/${topic}`) }),
    done: prompts.length - left,
    total: prompts.length,
  }))
  const lines = topics.map(({ place, done, total }) => view.bot('topic-line', { place, done, total }))
  return {
    text: [view.bot('topics'), ...lines].join('\n'),
    actions: topics.map(({ value, title }) => ({ value, title })),
  }
}

const shown = 12

/** What is kept of the topic the talk is in or, before anything is, the newest answers of all. */
function saidMessage(view: View): Message {
  const { bot, own, record, step } = view
  const answers = answersIn(view)
  const here = step.kind === 'ask' ? answers.filter(({ prompt }) => step.topic.prompts.includes(prompt)) : []
  const lines = (here.length > 0 ? here : answers.slice(-shown)).map(({ prompt, entry }) => {
    const said = bot('said-line', {
      asked: promptWords(view, prompt).words,
      answer: answerWords(view, prompt, entry.value),
    })
    return bot('said-in-voice', { said, voice: bot(`voice/${entry.voice}`) })
  })
  const heard = coverageIn(record).map(([id, told]) =>
    bot('said-line', { asked: own(`coverage/${id}`), answer: bot(`answer/told-${told}`) }),
  )
  const all = [...lines, ...heard]
  return { text: all.length === 0 ? bot('said-nothing') : [bot('said'), ...all].join('\n'), actions: [] }
}

function coverageIn(record: InterviewRecord) {
  return Object.values(record.fields).flatMap(({ id, entries }) =>
    entries.flatMap(({ value }) => (value.kind === 'coverage' ? [[id, value.told] as const] : [])),
  )
}

function languagesMessage({ bot, translator }: View): Message {
  const languages = translator.languages.map(code => ({
    value: `language ${code}`,
    title: languageOf(code).englishName,
  }))
  const list = languages.map(({ value, title }) => `${value.slice('language '.length)} (${title})`).join(', ')
  return { text: bot('languages', { languages: list }), actions: languages }
}
