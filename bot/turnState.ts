import type { TurnContext } from 'botbuilder'
import type { Incoming } from './incoming.ts'
import type { Progress } from './takeTurn.ts'

const incomingKey = Symbol('incoming')
const progressKey = Symbol('progress')
const failedKey = Symbol('failed')

/** What belongs to one turn and is gone with it. */
export function beginTurn(context: TurnContext, incoming: Incoming): void {
  context.turnState.set(incomingKey, incoming)
  context.turnState.set(progressKey, { saved: 'nothing' } satisfies Progress)
}

export const hasBegun = (context: TurnContext): boolean => context.turnState.has(incomingKey)

export const sentIn = (context: TurnContext): Incoming => context.turnState.get<Incoming>(incomingKey)

export function progressIn(context: TurnContext): Progress {
  return context.turnState.get<Progress | undefined>(progressKey) ?? { saved: 'nothing' }
}

export const markFailed = (context: TurnContext): void => {
  context.turnState.set(failedKey, true)
}

export const hasFailed = (context: TurnContext): boolean => context.turnState.has(failedKey)
