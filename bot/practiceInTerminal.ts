import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import { isRecommended } from '../dialogs/practice/coding/questionClasses.ts'
import type { Level } from '../dialogs/practice/scenario/terms.ts'
import { isTold } from '../dialogs/practice/young/practiceState.ts'
import type { PracticeTalk, PracticeTurn } from '../dialogs/practice/young/practiceTalk.ts'
import type { YoungReply } from '../dialogs/practice/young/reply.ts'
import type { Words } from '../locales/translator.ts'

export interface PracticeTerminal {
  input: Readable & { isTTY?: boolean }
  output: Writable
  /** Ends the talk, as Ctrl-C does. */
  signal: AbortSignal
  bot: Words
  talk: PracticeTalk
  level: Level
  seed: number
}

/** A talk with a simulated young person in a terminal, line by line. Nothing of it is kept. */
export async function practiceInTerminal(terminal: PracticeTerminal): Promise<void> {
  const { input, output, signal, bot, talk, level, seed } = terminal
  const { title, person, known, warnings, opening } = talk.scenario
  const name = person.name
  const isTyped = input.isTTY === true
  const write = (line: string) => output.write(`${line}\n`)
  write(bot('practice/hello', { title, name }))
  for (const each of warnings) write(bot('practice/warning', { warning: each }))
  for (const each of known) write(bot('practice/known', { known: each }))
  write(`\n${asSeen(name, { says: opening.says, ...(opening.original ? { original: opening.original } : {}) })}`)
  const lines = createInterface({ input, output, terminal: isTyped, prompt: '> ' })
  signal.addEventListener('abort', () => lines.close(), { once: true })
  lines.once('SIGINT', () => lines.close())
  const turns: PracticeTurn[] = []
  if (isTyped) lines.prompt()
  for await (const line of lines) {
    const words = line.trim()
    if (words.toLowerCase() === 'quit' || signal.aborted) break
    if (words !== '') {
      const said = words.toLowerCase() === 'wait' ? { did: 'waited' as const } : { did: 'said' as const, words }
      const turn = talk.next({ level, seed, turns }, said)
      turns.push(turn)
      write(asSeen(name, turn.reply))
      if (turn.state.ended) write(turn.state.ended === 'left' ? bot('practice/left', { name }) : bot('practice/closed'))
      if (turn.state.ended) break
    }
    if (isTyped) lines.prompt()
  }
  lines.close()
  write(`\n${bot('practice/figures', figuresOf(talk, turns))}`)
}

function asSeen(
  name: string,
  { says, original, body, interpreter }: Pick<YoungReply, 'says' | 'original' | 'body' | 'interpreter'>,
) {
  return [
    ...(body === undefined ? [] : [`(${body})`]),
    ...(interpreter === undefined ? [] : [`(${interpreter})`]),
    ...(says === '' ? [] : [`${name}: ${says}`]),
    ...(original === undefined ? [] : [`    ${original}`]),
  ].join('\n')
}

function figuresOf({ scenario: { person, units } }: PracticeTalk, turns: readonly PracticeTurn[]) {
  const classes = turns.flatMap(({ coded }) => (coded ? [coded.class] : []))
  const recommended = classes.filter(isRecommended).length
  const state = turns.at(-1)?.state
  return {
    name: person.name,
    asked: recommended + classes.filter(each => each === 'option-posing' || each === 'suggestive').length,
    recommended,
    told: units.filter(({ id }) => state && isTold(state, id)).length,
    units: units.length,
  }
}
