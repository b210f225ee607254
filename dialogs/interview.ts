import type { Guide, Prompt, Stage } from './guide/schema.ts'
import type { Intent, Outcome, Problem } from './intent.ts'
import { isDue } from './plan/isDue.ts'
import { nextStep } from './plan/nextStep.ts'
import { type Placed, promptsIn } from './plan/promptsIn.ts'
import type { Answer, EventBody, NewEvent, Voice } from './record/events.ts'
import type { InterviewRecord } from './record/record.ts'
import { concernField } from './record/recordFrom.ts'
import { type Labels, readReply } from './replies/readReply.ts'

/**
 * The one door: what an intent does to an interview. Pure: the same guide, record and intent give the same events. The
 * bot, the console and the browser all come through here, so that they cannot differ.
 */
export function take(guide: Guide, record: InterviewRecord, intent: Intent, labels: Labels): Outcome {
  switch (intent.do) {
    case 'reply':
      return reply(guide, record, intent, labels)
    case 'say':
      return onPlaced(guide, record, intent, ({ prompt, base }) =>
        prompt.kind === 'say' ? one(record, prompt, { type: 'said', ...base }) : refused('wrong-kind'),
      )
    case 'account':
      return onPlaced(guide, record, intent, ({ prompt, stage, base }) =>
        prompt.kind === 'account' || takesWords(stage)
          ? corrected(record, intent, base, prompt, {
              type: 'accounted',
              ...base,
              words: intent.words,
              ...(intent.original ? { original: intent.original } : {}),
            })
          : refused('wrong-kind'),
      )
    case 'answer':
      return onPlaced(guide, record, intent, ({ prompt, base }) =>
        fits(prompt, intent.answer)
          ? corrected(record, intent, base, prompt, { type: 'answered', ...base, answer: intent.answer })
          : refused('wrong-kind'),
      )
    case 'rather-not':
      return onPlaced(guide, record, intent, ({ prompt, base }) =>
        prompt.kind === 'say'
          ? refused('wrong-kind')
          : corrected(record, intent, base, prompt, { type: 'choseNotToSay', ...base }),
      )
    case 'next':
    case 'skip':
      return moveOn(guide, record, intent)
    case 'cover':
      return cover(guide, record, intent)
    case 'set-aside':
      if (!hasCoverage(guide, intent.coverage)) return refused('unknown-coverage')
      return entryOf(record, intent.account)
        ? plainly(record, { type: 'setAside', coverage: intent.coverage, account: intent.account })
        : refused('unknown-event')
    case 'back':
      return back(guide, record)
    case 'go':
      return go(guide, record, intent.to)
    case 'pause':
      return record.state === 'open' ? plainly(record, { type: 'paused' }) : nothing
    case 'resume':
      return record.state === 'open' && record.path === 'talk' ? nothing : plainly(record, { type: 'resumed' })
    case 'stop':
      return record.state === 'stopped'
        ? nothing
        : plainly(record, { type: 'stopped', whoseChoice: intent.whoseChoice })
    case 'decline':
      return record.path === 'declined' ? nothing : plainly(record, { type: 'declined' })
    case 'not-reached':
      return record.path === 'not-reached' ? nothing : plainly(record, { type: 'notReached' })
    case 'concern':
      return record.concerns.some(({ id }) => id === intent.concern)
        ? nothing
        : plainly(
            record,
            { type: 'concernRaised', concern: intent.concern, ...(intent.words ? { words: intent.words } : {}) },
            intent.words ? (intent.voice ?? spokenVoice(record)) : 'practitioner',
          )
    case 'rephrase':
      return isPrompt(guide, intent.prompt)
        ? plainly(record, { type: 'rephrased', prompt: intent.prompt, words: intent.words })
        : refused('unknown-prompt')
    case 'flag':
      return flag(guide, record, intent)
    case 'language':
      return intent.to === record.language ? nothing : plainly(record, { type: 'languageChanged', to: intent.to })
    case 'withdraw':
      return isThere(record, intent.event)
        ? plainly(record, { type: 'withdrawn', event: intent.event })
        : refused('unknown-event')
  }
}

const nothing: Outcome = { ok: true, events: [] }
const refused = (problem: Problem): Outcome => ({ ok: false, problem })

/** A typed reply, read for the prompt the talk is at. Anything said to an account is kept as it is. */
function reply(
  guide: Guide,
  record: InterviewRecord,
  intent: Extract<Intent, { do: 'reply' }>,
  labels: Labels,
): Outcome {
  const step = nextStep(guide, record)
  if (step.kind !== 'ask') return refused(step.kind === 'paused' ? 'paused' : 'closed')
  const { prompt, stage } = step
  const text = intent.text.trim()
  if (text === '') return refused('empty')
  if (stage.pensDown) return refused('pens-down')
  const voice = intent.voice ? { voice: intent.voice } : {}
  if (prompt.kind === 'account' || prompt.kind === 'say') {
    return take(guide, record, { do: 'account', prompt: prompt.id, words: text, ...voice }, labels)
  }
  const reading = readReply({ kind: prompt.kind, options: prompt.options }, text, labels)
  if (!reading.ok) return reading
  if (reading.answer.kind === 'chose-not-to-say') {
    return take(guide, record, { do: 'rather-not', prompt: prompt.id }, labels)
  }
  return take(guide, record, { do: 'answer', prompt: prompt.id, answer: reading.answer, ...voice }, labels)
}

interface Target {
  prompt: Prompt
  stage?: Stage
  base: { prompt: string; aside?: true; concern?: string }
}

/** Finds the prompt an intent is about, the present one unless it names another, and how an answer to it is kept. */
function onPlaced(
  guide: Guide,
  record: InterviewRecord,
  intent: { prompt?: string | undefined; concern?: string | undefined },
  then: (target: Target) => Outcome,
): Outcome {
  const step = nextStep(guide, record)
  const present = step.kind === 'ask' ? step : undefined
  if (intent.prompt === undefined && !present) return refused(step.kind === 'paused' ? 'paused' : 'closed')
  const id = intent.prompt ?? present?.prompt.id ?? ''
  const inConcern = guide.concern.prompts.find(each => each.id === id)
  if (inConcern) {
    const concern = intent.concern ?? present?.concern?.id ?? record.concerns.at(-1)?.id
    if (concern === undefined) return refused('nothing-open')
    if (!record.concerns.some(each => each.id === concern)) return refused('unknown-concern')
    return then({ prompt: inConcern, base: { prompt: id, concern } })
  }
  const placed = promptsIn(guide).get(id)
  if (!placed) return refused('unknown-prompt')
  const { prompt, stage } = placed
  return then({ prompt, stage, base: { prompt: id, ...(present?.prompt.id === id ? {} : { aside: true as const }) } })
}

function one(record: InterviewRecord, prompt: Prompt, body: EventBody): Outcome {
  return plainly(record, body, defaultVoice(prompt, record))
}

/** An answer, or a correction of one: a correction never moves the talk, and what it corrects must be in that field. */
function corrected(
  record: InterviewRecord,
  intent: { voice?: Voice | undefined; corrects?: string | undefined },
  base: Target['base'],
  prompt: Prompt,
  body: Extract<EventBody, { type: 'accounted' | 'answered' | 'choseNotToSay' }>,
): Outcome {
  const voice = intent.voice ?? defaultVoice(prompt, record)
  if (intent.corrects === undefined) return plainly(record, body, voice)
  const field = record.fields[base.concern ? concernField(base.concern, prompt.id) : prompt.id]
  const entry = field?.entries.find(each => each.event === intent.corrects)
  if (!entry) return refused('unknown-event')
  const kept = intent.voice ?? entry.voice
  return plainly(record, { ...body, ...(base.concern ? {} : { aside: true }), corrects: entry.event }, kept)
}

/** Moves on: past an answered account as passed, from anything else as not asked. Not the present prompt: no change. */
function moveOn(guide: Guide, record: InterviewRecord, intent: Extract<Intent, { do: 'next' | 'skip' }>): Outcome {
  const step = nextStep(guide, record)
  if (step.kind !== 'ask') return refused(step.kind === 'paused' ? 'paused' : 'closed')
  if (intent.prompt !== undefined && intent.prompt !== step.prompt.id) return nothing
  if (intent.concern !== undefined && intent.concern !== step.concern?.id) return nothing
  const base = { prompt: step.prompt.id, ...(step.concern ? { concern: step.concern.id } : {}) }
  // Moving on from words to speak means that they were spoken: skipping is how to say that they were not.
  if (intent.do === 'next' && step.prompt.kind === 'say') return one(record, step.prompt, { type: 'said', ...base })
  const dealt = step.concern ? step.concern.dealt[step.prompt.id] : record.dealt[step.prompt.id]
  const type = dealt === 'answered' ? 'passed' : intent.do === 'skip' ? 'skipped' : 'passed'
  return plainly(record, { type, ...base })
}

function cover(guide: Guide, record: InterviewRecord, intent: Extract<Intent, { do: 'cover' }>): Outcome {
  if (!hasCoverage(guide, intent.coverage)) return refused('unknown-coverage')
  const field = record.fields[intent.coverage]
  if (intent.corrects !== undefined && !field?.entries.some(each => each.event === intent.corrects)) {
    return refused('unknown-event')
  }
  const { do: _, voice, detail, because, corrects, ...rest } = intent
  const body = {
    type: 'covered' as const,
    ...rest,
    ...(detail === undefined ? {} : { detail }),
    ...(because === undefined ? {} : { because }),
    ...(corrects === undefined ? {} : { corrects }),
  }
  return plainly(record, body, voice ?? spokenVoice(record))
}

/** From an interpreter, or from whoever leads the talk about one who has no screen. */
function flag(guide: Guide, record: InterviewRecord, intent: Extract<Intent, { do: 'flag' }>): Outcome {
  const { prompt } = intent
  if (prompt !== undefined && !isPrompt(guide, prompt)) return refused('unknown-prompt')
  const voice = intent.flag === 'stopped' ? 'practitioner' : 'interpreter'
  return plainly(record, { type: 'interpreterFlagged', flag: intent.flag, ...(prompt ? { prompt } : {}) }, voice)
}

/** To the prompt before this one in the order the talk came to them. */
function back(guide: Guide, record: InterviewRecord): Outcome {
  const step = nextStep(guide, record)
  if (step.kind === 'paused') return refused('paused')
  if (step.kind === 'ask' && step.concern) return refused('nothing-before')
  const here = step.kind === 'ask' ? record.trail.indexOf(step.prompt.id) : -1
  const before = record.trail
    .slice(0, here === -1 ? undefined : here)
    .filter(id => !record.dealt[id] || id !== record.at)
  const to = before.at(-1)
  return to === undefined ? refused('nothing-before') : plainly(record, { type: 'movedTo', prompt: to })
}

/** To a prompt, or to the first prompt left in a topic or stage; all of it dealt with, to its first prompt. */
function go(guide: Guide, record: InterviewRecord, to: string): Outcome {
  const prompts = promptsIn(guide)
  const exact = prompts.get(to)
  const inside: Placed[] = exact
    ? [exact]
    : [...prompts.values()].filter(({ topic, stage }) => topic.id === to || stage.id === to)
  if (inside.length === 0) return refused('unknown-place')
  const onPath = inside.filter(({ topic }) => topic.paths.includes(record.path))
  const place = exact ?? onPath.find(each => isDue(each, record)) ?? onPath[0]
  return place ? plainly(record, { type: 'movedTo', prompt: place.prompt.id }) : refused('unknown-place')
}

/** A young person may answer any prompt in words, and none are lost; but nothing is noted while pens are down. */
const takesWords = (stage: Stage | undefined) => stage !== undefined && !stage.practitionerOnly && !stage.pensDown

function fits(prompt: Prompt, answer: Answer): boolean {
  if (answer.kind !== prompt.kind) return false
  if (answer.kind === 'choice') return prompt.options?.includes(answer.option) ?? false
  if (answer.kind === 'choices') return answer.options.every(option => prompt.options?.includes(option))
  return true
}

const hasCoverage = (guide: Guide, id: string) => guide.coverage.some(item => item.id === id)

const isPrompt = (guide: Guide, id: string) =>
  promptsIn(guide).has(id) || guide.concern.prompts.some(each => each.id === id)

const entryOf = (record: InterviewRecord, event: string) =>
  Object.values(record.fields)
    .flatMap(field => field.entries)
    .find(entry => entry.event === event)

/** Whether there is something that this event put there, and that still stands. */
const isThere = (record: InterviewRecord, event: string) =>
  entryOf(record, event) !== undefined || [...record.flags, ...record.rephrasings].some(each => each.event === event)

/** One event in the record's present language. */
function plainly(record: InterviewRecord, body: EventBody, voice: Voice = 'practitioner'): Outcome {
  const event: NewEvent = { ...body, voice, language: record.language }
  return { ok: true, events: [event] }
}

/** The young person's own words, unless an interpreter carries them. */
function spokenVoice(record: InterviewRecord): Voice {
  const circumstances = record.fields['prepare.circumstances']?.entries ?? []
  const interpreted = circumstances.some(
    ({ value }) => value.kind === 'choices' && value.options.includes('needs-interpreter'),
  )
  return interpreted ? 'interpreter' : 'young-person'
}

function defaultVoice(prompt: Prompt, record: InterviewRecord): Voice {
  // Nobody came between: they answered on a card.
  if (prompt.private) return 'young-person'
  return prompt.voice === 'young-person' && prompt.kind !== 'say'
    ? spokenVoice(record)
    : prompt.kind === 'say'
      ? 'practitioner'
      : prompt.voice
}
