import type { Level } from '../../dialogs/practice/scenario/terms.ts'
import { type PracticeTalk, played, type TraineeSaid } from '../../dialogs/practice/young/practiceTalk.ts'
import type { YoungReply } from '../../dialogs/practice/young/reply.ts'

/** A whole talk as it reads: `> ` what the trainee said, `= ` how it was coded, `< ` what was seen and answered. */
export function talkText(talk: PracticeTalk, level: Level, seed: number, said: readonly TraineeSaid[]): string {
  const turns = played(talk, level, seed, said)
  const lines = turns.flatMap(({ said: each, coded, reply, state }) => [
    `> ${each.did === 'said' ? each.words : waiting}`,
    ...(coded ? [`= ${[coded.class, ...coded.flags].join(' ')}`] : []),
    `< ${seenIn(reply)}`,
    ...(state.ended ? [`(${state.ended})`] : []),
  ])
  return `${[`level ${level}, seed ${seed}`, ...lines].join('\n')}\n`
}

/** The level, the seed and what was said, as they stand in a recorded talk. */
export function saidIn(text: string): { level: Level; seed: number; said: TraineeSaid[] } {
  const [, level = '', seed = ''] = /^level (\w+), seed (\d+)$/m.exec(text) ?? []
  if (!['gentle', 'usual', 'hard'].includes(level)) throw new Error('A recorded talk begins with its level and seed.')
  const said = text.split('\n').flatMap(line => (line.startsWith('> ') ? [saidOf(line.slice(2))] : []))
  return { level: level as Level, seed: Number(seed), said }
}

const waiting = '(waits)'

const saidOf = (words: string): TraineeSaid => (words === waiting ? { did: 'waited' } : { did: 'said', words })

const seenIn = ({ body, interpreter, says, original }: YoungReply) =>
  [body && `(${body})`, interpreter && `(${interpreter})`, says, original && `[${original}]`].filter(Boolean).join(' ')
