import type { TraineeSaid } from '../../../dialogs/practice/young/practiceTalk.ts'
import type { RecordedEvent } from '../../../dialogs/record/events.ts'
import type { AttemptLine, PracticeChange, SeenTurn } from '../../contract/practice.ts'
import type { ConsoleProblem, Reply } from '../../contract/replies.ts'
import { answerTo } from '../live/connection.ts'
import { type Observable, observable } from '../live/observable.ts'
import { openRoom, type Room, type RoomChannel, type RoomServices } from '../live/openRoom.ts'
import { draftOfSaying, type Saying, sayingOf } from './saying.ts'
import { talkTurns } from './talkTurns.ts'

export interface TalkState {
  /** As the server last said. */
  attempt: AttemptLine | undefined
  turns: readonly SeenTurn[]
  /** What was said here and is not answered yet. Nothing more is said before it is. */
  saying: Saying | undefined
  /** Why what was said last was not taken; its words are where they were typed. */
  problem: ConsoleProblem | undefined
  /** Whether the server has said that there is no such attempt, or that it is not this person's to see. */
  lost: boolean
  /** How many trainers have it open. */
  trainers: number
}

/** One attempt as this device knows it: the talk, and the room in which the guide is gone through beside it. */
export interface Practice {
  room: Room
  talk: Observable<TalkState>
  /** Says it, or waits. Once this is done it is kept on this device until it is answered, and said once. */
  speak(said: TraineeSaid): Promise<void>
  /** Takes in what was answered elsewhere, as when the talk was finished. */
  takeIn(change: PracticeChange): void
  close(): void
}

/** Where what is being typed is kept, and what was said until it is answered. */
export const typedField = 'talk'
const sayingField = 'saying'

const retryAfter = 2_000
/** Why the server did not take something that it may take later: it stays here and is sent again. */
const sentAgain: readonly ConsoleProblem[] = ['server-fault', 'too-many', 'signed-out', 'locked']
const notHere: readonly ConsoleProblem[] = ['unknown-attempt', 'not-your-attempt', 'not-allowed']

/** Opens an attempt: what this device keeps of it, and what the server has and tells. `journal` is that of practice alone. */
export function openPractice(id: string, services: Omit<RoomServices, 'channel'>): Practice {
  const { connection, journal } = services
  const { socket, line } = connection
  const talk = observable<TalkState>({
    attempt: undefined,
    turns: [],
    saying: undefined,
    problem: undefined,
    lost: false,
    trainers: 0,
  })
  let closed = false
  let sending = false
  let tellRoom: (came: readonly RecordedEvent[]) => void = () => {}

  /** The talk's part of what came. The rest is the room's. */
  function takeTurns({ attempt, turns: came }: PracticeChange) {
    const { turns, gap } = talkTurns(talk.get().turns, came)
    talk.update(now => ({ ...now, attempt, turns, lost: false }))
    if (gap && line.get() === 'online') void room.rejoin()
  }

  const heard = (reply: Reply<PracticeChange> | undefined) => {
    if (reply?.ok) takeTurns(reply.value)
    else if (reply && notHere.includes(reply.problem)) talk.update(now => ({ ...now, lost: true }))
    return reply
  }

  const channel: RoomChannel = {
    async join(since) {
      const after = talk.get().turns.length
      const reply = heard(await answerTo(ack => socket.emit('practice:join', { attempt: id, since, after }, ack)))
      if (reply?.ok) void send()
      return reply
    },
    async send(pending) {
      // A record of practice is begun with its attempt, never by its room.
      if (pending.kind === 'begin') return { ok: false, problem: 'bad-request' }
      const { interview: attempt, ...reply } = pending.payload
      return heard(await answerTo(ack => socket.emit('practice:reply', { attempt, ...reply }, ack)))
    },
    listen({ events, closed: shut }) {
      tellRoom = events
      const onTurn = (change: PracticeChange) => void (change.attempt.id === id && takeIn(change))
      const onClosed = (which: string) => {
        if (which !== id) return
        talk.update(now => ({ ...now, lost: true }))
        shut()
      }
      const onWatched = ({ attempt, trainers }: { attempt: string; trainers: number }) =>
        attempt === id && talk.update(now => ({ ...now, trainers }))
      socket.on('practice:turn', onTurn)
      socket.on('practice:watched', onWatched)
      socket.on('practice:closed', onClosed)
      return () => {
        socket.off('practice:turn', onTurn)
        socket.off('practice:watched', onWatched)
        socket.off('practice:closed', onClosed)
      }
    },
    leave: () => void socket.emit('practice:leave', { attempt: id }),
  }
  const room = openRoom(id, { ...services, channel })

  function takeIn(change: PracticeChange) {
    takeTurns(change)
    tellRoom(change.events)
  }

  async function send() {
    const { saying } = talk.get()
    if (!saying || sending || closed || line.get() !== 'online') return
    sending = true
    const reply = await answerTo<PracticeChange>(ack => socket.emit('practice:say', { attempt: id, ...saying }, ack))
    sending = false
    if (reply && !reply.ok) connection.refused(reply.problem)
    if (!reply || (!reply.ok && sentAgain.includes(reply.problem))) {
      if (!closed) setTimeout(send, retryAfter)
      return
    }
    // No more on its way before anything is asked again, which would send what waits.
    talk.update(now => ({ ...now, saying: undefined, problem: reply.ok ? undefined : reply.problem }))
    if (reply.ok) takeIn(reply.value)
    else await giveBack(saying)
    await journal.keepDraft(id, sayingField, undefined)
    if (!reply.ok) void room.rejoin()
  }

  /** What was not taken is where it was typed again, before whatever was typed since. */
  async function giveBack({ said }: Saying) {
    if (said.did === 'waited') return
    const typed = room.state.get().drafts[typedField]?.text ?? ''
    await room.draft(typedField, { text: typed ? `${said.words}\n${typed}` : said.words })
  }

  void journal.read(id).then(({ drafts }) => {
    const saying = sayingOf(drafts[sayingField])
    if (!saying || talk.get().saying) return
    talk.update(now => ({ ...now, saying }))
    void send()
  })

  return {
    room,
    talk,
    takeIn,
    async speak(said) {
      if (talk.get().saying) return
      const saying: Saying = { id: crypto.randomUUID(), after: talk.get().turns.length, said }
      talk.update(now => ({ ...now, saying, problem: undefined }))
      await journal.keepDraft(id, sayingField, draftOfSaying(saying))
      if (said.did === 'said') await room.draft(typedField, undefined)
      void send()
    },
    close() {
      closed = true
      room.close()
    },
  }
}
