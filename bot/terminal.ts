import { randomUUID } from 'node:crypto'
import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import type { Translator } from '../locales/translator.ts'
import type { LocalAnswer } from './adapter.ts'
import type { createLocalTalk } from './localTalk.ts'
import { screenLanguage } from './screenLanguage.ts'

export interface Terminal {
  input: Readable & { isTTY?: boolean }
  output: Writable
  /** Ends the talk, as Ctrl-C does. */
  signal: AbortSignal
  /** Who is at the terminal. */
  by: string
  team: string
  translator: Translator
  /** As the terminal tells it: `cy_GB.UTF-8`. */
  locale?: string | undefined
}

/** The talk in a terminal, line by line, until `quit`, Ctrl-C or the end of what is piped in. */
export async function talkInTerminal(talk: ReturnType<typeof createLocalTalk>, terminal: Terminal): Promise<void> {
  const { input, output, signal, by, team, translator, locale } = terminal
  const bot = translator.words(screenLanguage(locale), 'bot')
  const isTyped = input.isTTY === true
  const send = async (activity: Readonly<Record<string, unknown>>) => {
    const sent = {
      id: randomUUID(),
      channelId: 'terminal',
      conversation: { id: 'terminal' },
      type: 'message',
      locale,
      ...activity,
    }
    output.write(asText(await talk(sent, { by, team, from: 'terminal' }), choices => bot('chat/choices', { choices })))
  }
  const lines = createInterface({ input, output, terminal: isTyped, prompt: '> ' })
  signal.addEventListener('abort', () => lines.close(), { once: true })
  lines.once('SIGINT', () => lines.close())
  output.write(`${bot('chat/hello')}\n\n`)
  if (isTyped) await send({ type: 'conversationUpdate', membersAdded: [{ id: by }] })
  if (isTyped) lines.prompt()
  for await (const line of lines) {
    if (line.trim().toLowerCase() === 'quit' || signal.aborted) break
    if (line.trim() !== '') await send({ text: line })
    if (isTyped) lines.prompt()
  }
  lines.close()
  output.write(`${bot('chat/bye')}\n`)
}

function asText({ activities }: LocalAnswer, choicesLine: (choices: string) => string): string {
  const choices = activities
    .flatMap(({ suggestedActions }) => suggestedActions?.actions ?? [])
    .map(({ value }) => value)
  const texts = activities.map(({ text }) => `${text}\n`)
  return [...texts, ...(choices.length === 0 ? [] : [`${choicesLine(choices.join(' | '))}\n`]), ''].join('\n')
}
