import { z } from 'zod'
import { InterpreterFlag } from '../../dialogs/record/events.ts'
import type { SpokenSettings } from '../casework/localSettings.ts'
import type { Script } from '../casework/scriptOf.ts'
import type { Reply } from './replies.ts'

/** `POST /api/interviews/<id>/interpreters` (no body): a code shown this once. An earlier one that was not used is void. */
export interface InterpreterCode {
  code: string
  /** From the root of this site: `/script#<code>`. */
  link: string
  until: string
}

/** How someone interprets: where the young person hears them. */
export const InterpretingMode = z.enum(['in-room', 'phone', 'video'])
export type InterpretingMode = z.infer<typeof InterpretingMode>

/** `GET` of the same: who has its script open. `DELETE /api/interviews/<id>/interpreters/<one>` ends it and is answered so too. */
export interface InterpretersResponse {
  here: readonly (Interpreting & { shown: string | null })[]
  /** Those who were there before, and until when. */
  before: readonly (Interpreting & { until: string })[]
}

/** Who interprets, as they said themselves. `shown`: the prompt that is on their screen. */
interface Interpreting {
  id: string
  name: string
  agency: string
  dialect: string
  mode: InterpretingMode
  since: string
}

/** `POST /api/script`: an interpreter comes in, without an account. Answered with a `ScriptResponse`, as are `GET` and `DELETE`. */
export const OpenScript = z.strictObject({
  code: z.string().trim().min(1).max(20),
  name: z.string().trim().min(1).max(200),
  agency: z.string().trim().min(1).max(200),
  dialect: z.string().trim().min(1).max(200).describe('Language and dialect, as the interpreter calls it.'),
  mode: InterpretingMode,
  agreed: z.literal(true).describe('To the interpreter’s duty, as it stood on the page.'),
})
export type OpenScript = z.infer<typeof OpenScript>

export interface ScriptResponse {
  open: boolean
  /** What fills the places left open in the guide's words. */
  settings: Pick<SpokenSettings, 'said'> | null
}

/** Why a script was not opened. */
export interface ScriptRefusal {
  error: string
  problem: 'wrong-code' | 'locked-out'
  again?: string
}

/** What an interpreter's page asks, over sockets of its own (`/script`): of the one interview that its session is for. */
export interface ScriptToServer {
  'script:follow': (ack: (reply: Reply<Script>) => void) => void
  /** The words of this prompt are on the interpreter's screen. */
  'script:shown': (payload: ScriptShown) => void
  /** Lets the room know, and answers with the event to take it back by. */
  'script:flag': (payload: FlagScript, ack: (reply: Reply<{ event: string }>) => void) => void
  'script:unflag': (payload: UnflagScript, ack: (reply: Reply<null>) => void) => void
}

export const ScriptShown = z.strictObject({ prompt: z.string().min(1).max(100) })
export type ScriptShown = z.infer<typeof ScriptShown>

export const FlagScript = z.strictObject({
  id: z.uuid().describe('Client-made: sent twice, told once.'),
  deviceAt: z.iso.datetime({ offset: true }),
  flag: InterpreterFlag.exclude(['stopped']),
  prompt: z.string().min(1).max(100).optional(),
})
export type FlagScript = z.infer<typeof FlagScript>

export const UnflagScript = z.strictObject({
  id: z.uuid(),
  deviceAt: z.iso.datetime({ offset: true }),
  event: z.uuid(),
})
export type UnflagScript = z.infer<typeof UnflagScript>

/** What an interpreter's page is told: another prompt, another language, or the end. */
export interface ServerToScript {
  'script:now': (script: Script) => void
}
