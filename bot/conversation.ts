import type { Interviews, Refusal, Turn } from '../console/records/interviews.ts'
import type { Guide, Regime } from '../dialogs/guide/schema.ts'
import type { Intent } from '../dialogs/intent.ts'
import type { RecordedEvent } from '../dialogs/record/events.ts'
import type { InterviewRecord } from '../dialogs/record/record.ts'
import { recordFrom } from '../dialogs/record/recordFrom.ts'
import { plainText } from '../dialogs/replies/plainText.ts'
import { commandIn, isCalled, type Query } from './commands.ts'
import type { Incoming } from './incoming.ts'
import { keptMessages } from './keptMessage.ts'
import { type ChannelData, channelDataOf, joined, type Message } from './message.ts'
import { accountOpenMessage, listeningMessages, presentMessage } from './presentMessage.ts'
import { problemMessage } from './problemMessage.ts'
import { queryMessages } from './queryMessages.ts'
import { accountsIn, type HeardMeanwhile, hearMeanwhile, rememberHeard } from './suggestions.ts'
import { intentOf, type Progress, takeTurn } from './takeTurn.ts'
import { uuidFrom } from './turnId.ts'
import { type View, viewOf, type Wording } from './view.ts'

/** Which interview a conversation of a channel is about. All that is kept of a conversation. */
export interface Conversations {
  interviewOf(conversation: string): Promise<string | undefined>
  link(conversation: string, interview: string): Promise<void>
}

export interface ConversationServices extends Wording {
  interviews: Interviews
  conversations: Conversations
  /** Whether this person needs to know of the interview. */
  knows(member: { id: string; team: string }, interview: string): Promise<boolean>
  /** The guide of a version; throws where there is none. */
  guideOf(version: number): Guide
  settings: Wording['settings'] & { regime: Regime }
}

/** What is sent back. `data` once an interview is open. */
export interface Answer {
  messages: readonly Message[]
  data?: ChannelData
  /** Sent again, it is answered as it was the first time: `data` may not be where the talk is now. */
  repeated?: boolean
}

/** The same conversation for every channel: what was sent in, what to say out. */
export function createConversation(services: ConversationServices) {
  const { interviews, conversations, knows, translator } = services
  const botIn = ({ screen }: Incoming) => translator.words(screen, 'bot')

  /** To what is sent before there is an interview. */
  async function beforeInterview(incoming: Incoming, progress: Progress): Promise<Answer> {
    if (incoming.kind === 'other') return { messages: [] }
    const said = plainText(incoming.text)
    const { screen } = incoming
    const bot = botIn(incoming)
    if (incoming.kind === 'message' && isCalled({ translator, screen }, 'start', said)) return begin(incoming, progress)
    const start = { value: 'start', title: bot('action/start') }
    const key = incoming.kind === 'message' && isCalled({ translator, screen }, 'help', said) ? 'help' : 'welcome'
    return { messages: [{ text: bot(key), actions: [start] }] }
  }

  /** To what is sent in the course of an interview. */
  async function inInterview(interview: string, incoming: Incoming, progress: Progress): Promise<Answer> {
    if (incoming.kind === 'other') return { messages: [] }
    if (!(await knows({ id: incoming.by, team: incoming.team }, interview)))
      return notTheirs(interview, incoming, progress)
    const problem = incoming.kind === 'message' ? problemWith(incoming.text) : undefined
    if (incoming.kind === 'joined' || problem) {
      const view = await present(interview, incoming)
      return answer(view, [...(problem ? [{ text: view.bot(problem), actions: [] }] : []), presentMessage(view)])
    }
    const known = shown(await interviews.lastKnown(interview), incoming)
    const command = commandIn(known, incoming)
    if (command.kind !== 'query') {
      return taken(known, await intentOf(interviews, known, command, incoming.turn), incoming, progress)
    }
    const view = await present(interview, incoming)
    return command.query === 'start' ? startAgain(view, incoming, progress) : asked(view, command.query)
  }

  async function begin(incoming: Incoming, progress: Progress, before = ''): Promise<Answer> {
    // From the conversation, not the activity: two starts at once open one interview.
    const interview = uuidFrom('interview', incoming.conversation, before)
    progress.saved = 'not-sure'
    const { turn: id, by, team, from, deviceAt } = incoming
    const { regime } = services.settings
    const opening = { interview, id, language: incoming.screen, regime, team, intents: [] }
    const turn = await interviews.begin(opening, { by, from, deviceAt })
    if (!turn.ok) throw new Error(`An interview could not be begun: ${turn.problem}.`)
    await conversations.link(incoming.conversation, interview)
    progress.saved = 'saved'
    return afterTurn(turn, incoming)
  }

  /** Nothing of it, not even whether it is open. Starting another is all that is left. */
  async function notTheirs(interview: string, incoming: Incoming, progress: Progress): Promise<Answer> {
    const wantsNew =
      incoming.kind === 'message' &&
      isCalled({ translator, screen: incoming.screen }, 'start', plainText(incoming.text))
    if (wantsNew) return begin(incoming, progress, interview)
    const bot = botIn(incoming)
    return { messages: [{ text: bot('not-yours'), actions: [{ value: 'start', title: bot('action/start') }] }] }
  }

  async function startAgain(view: View, incoming: Incoming, progress: Progress): Promise<Answer> {
    const opened = await interviews.takenIn(incoming.turn)
    if (opened !== undefined) return opening(opened, incoming)
    return view.step.kind === 'close' ? begin(incoming, progress, view.record.interview) : asked(view, 'start')
  }

  /** Sent again, the activity that opened an interview is answered as it was the first time. */
  async function opening(interview: string, incoming: Incoming): Promise<Answer> {
    const [opened] = await interviews.eventsSince(interview, 0)
    if (!opened) throw new Error('An interview has no event that opened it: run the verify command.')
    return afterTurn({ ok: true, events: [opened], record: recordFrom([opened]), repeated: true }, incoming)
  }

  async function taken(view: View, intent: Intent | Refusal, incoming: Incoming, progress: Progress): Promise<Answer> {
    if ('ok' in intent) return refused(view, intent, incoming)
    const [turn, heard] = await Promise.all([
      takeTurn(interviews, view, intent, incoming, progress),
      hearMeanwhile(view, intent),
    ])
    return turn.ok ? afterTurn(turn, incoming, heard) : refused(view, turn, incoming)
  }

  async function refused(view: View, { problem }: Refusal, incoming: Incoming): Promise<Answer> {
    const now = await present(view.record.interview, incoming)
    return answer(now, [problemMessage(now, problem, incoming), presentMessage(now)])
  }

  async function present(interview: string, incoming: Incoming): Promise<View> {
    return shown(await interviews.record(interview), incoming)
  }

  function shown(record: InterviewRecord | undefined, { screen }: Incoming): View {
    if (!record) throw new Error('A conversation is about an interview that is not there.')
    return viewOf(services, services.guideOf(record.guide), record, screen)
  }

  function asked(view: View, query: Query): Answer {
    const last = view.step.kind === 'ask' && accountsIn(view).length > 0 ? listeningMessages(view) : []
    return answer(view, [...queryMessages(view, query), ...last, presentMessage(view)])
  }

  function afterTurn({ record, events, repeated }: Turn, { screen }: Incoming, heard?: HeardMeanwhile): Answer {
    const view = viewOf(services, services.guideOf(record.guide), record, screen)
    if (heard) rememberHeard(view, heard)
    const kept = events.length === 0 ? [{ text: view.bot('nothing-changed'), actions: [] }] : keptMessages(view, events)
    const now = isStillListening(view, events) ? accountOpenMessage(view) : presentMessage(view)
    return { ...answer(view, [...kept, ...listeningMessages(view), now]), repeated }
  }

  return { beforeInterview, inInterview }
}

export type Conversation = ReturnType<typeof createConversation>

function answer(view: View, messages: readonly Message[]): Answer {
  return { messages: joined(...messages), data: channelDataOf(view) }
}

const problemWith = (text: string) => (text.trim() === '' ? 'no-text' : text.length > 20_000 ? 'too-long' : undefined)

/** The account goes on: showing the whole prompt again would stand in the way of what was heard. */
function isStillListening(view: View, events: readonly RecordedEvent[]): boolean {
  if (view.step.kind !== 'ask' || view.step.prompt.kind !== 'account' || accountsIn(view).length === 0) return false
  return events.some(({ type }) => type === 'accounted' || type === 'covered' || type === 'setAside')
}
