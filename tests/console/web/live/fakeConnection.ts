import type { Reply } from '../../../../console/contract/replies.ts'
import type { Connection, Line } from '../../../../console/web/live/connection.ts'
import { observable } from '../../../../console/web/live/observable.ts'

/** A connection whose server is the test: what was asked, in order, and answers when the test gives them. */
export function fakeConnection() {
  const line = observable<Line>('online')
  const listeners = new Map<string, Set<(told: unknown) => void>>()
  const asked: { event: string; payload: unknown; answer: (reply: Reply<unknown>) => void }[] = []
  const refused: string[] = []
  const socket = {
    on: (event: string, listener: (told: unknown) => void) =>
      void listeners.set(event, new Set([...(listeners.get(event) ?? []), listener])),
    off: (event: string, listener: (told: unknown) => void) => void listeners.get(event)?.delete(listener),
    emit: (event: string, payload: unknown, answer: (reply: Reply<unknown>) => void = () => {}) =>
      void asked.push({ event, payload, answer }),
  }
  const connection = {
    line,
    socket,
    refused: (problem: string) => void refused.push(problem),
    close: () => {},
  } as unknown as Connection
  return {
    connection,
    line,
    asked,
    refused,
    tell: (event: string, told: unknown) => {
      for (const listener of listeners.get(event) ?? []) listener(told)
    },
    /** Answers what was asked last. */
    async answer(reply: Reply<unknown>) {
      asked.at(-1)?.answer(reply)
      await new Promise(done => setImmediate(done))
    },
    listening: () => [...listeners.values()].reduce((sum, each) => sum + each.size, 0),
  }
}
