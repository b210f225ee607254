import type { InterviewRecord } from '../../../dialogs/record/record.ts'
import type { BalanceEdits } from './balanceEdits.ts'
import type { MightGoAnswer, Scaler, Viewer } from './balanceTerms.ts'
import { isTheirVoice } from './proposalsOf.ts'

/** How safe someone says they are, from 0 to 10, or that they would rather not say. Never computed, never a level of risk. */
export interface ScaleMark {
  whose: Scaler
  value: number | 'chose-not-to-say'
  at: string
  /** The case's event, which can be taken back; undefined for what was said in the interview. */
  event: string | undefined
  words: string | undefined
}

/** Every number that was said, the oldest first: in the interviews (ECRC-022) and afterwards. Nobody else's but these two. */
export function scalesOf(records: readonly InterviewRecord[], { scales }: BalanceEdits): ScaleMark[] {
  const inTalk = records.flatMap(({ fields }) =>
    (fields['safety.how-safe']?.entries ?? []).flatMap(({ value, voice, at }): ScaleMark[] => {
      if (value.kind !== 'scale' && value.kind !== 'chose-not-to-say') return []
      if (!isTheirVoice(voice) && voice !== 'practitioner') return []
      const whose = isTheirVoice(voice) ? 'young-person' : 'practitioner'
      return [
        { whose, value: value.kind === 'scale' ? value.value : value.kind, at, event: undefined, words: undefined },
      ]
    }),
  )
  const after = scales.map(({ whose, value, at, event, words }): ScaleMark => ({ whose, value, at, event, words }))
  return [...inTalk, ...after].toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))
}

/** Whether they might go missing again, in one person's view. */
export interface MightGoView {
  whose: Viewer
  answer: MightGoAnswer
  at: string
  event: string | undefined
  words: string | undefined
}

/** Every view of it, the oldest first: what came up in the interviews (WAKE-099) and what was asked afterwards. */
export function mightGoViews(records: readonly InterviewRecord[], { mightGo }: BalanceEdits): MightGoView[] {
  const inTalk = records.flatMap(({ fields }) =>
    (fields['return.might-go-again']?.entries ?? []).flatMap(({ value, voice, at }): MightGoView[] => {
      if (value.kind !== 'coverage') return []
      const words = [value.detail, value.because].flatMap(each => each ?? []).join('\n')
      const whose = voice === 'interpreter' ? 'young-person' : voice
      return [{ whose, answer: value.told, at, event: undefined, words: words === '' ? undefined : words }]
    }),
  )
  const asked = mightGo.map(({ whose, answer, at, event, words }): MightGoView => ({ whose, answer, at, event, words }))
  return [...inTalk, ...asked].toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))
}
