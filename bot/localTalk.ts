import { LocalAdapter, type LocalAnswer } from './adapter.ts'
import type { Talk } from './createTalk.ts'
import type { IncomingActivity, Sender } from './incoming.ts'

/** The bot as a function: an activity in, the answer out. The endpoint and the terminal share it. */
export function createLocalTalk(talk: Talk): (activity: IncomingActivity, sender: Sender) => Promise<LocalAnswer> {
  const adapter = new LocalAdapter()
  talk.guard(adapter)
  return (activity, sender) => adapter.answer(activity, talk.turn(activity, sender))
}
