import { languageCodes } from '../../../locales/languages.ts'
import type { CaseEventBody } from '../../casework/episode/caseEvents.ts'
import { ToldBackAnswer, ToldBackWhat } from '../../casework/report/toldBackEvents.ts'
import { type FactFault, type FactValues, isStillToCome } from './caseFacts.ts'
import { readMoment } from './readMoment.ts'

/** What is to be written of a reading back, or what is still missing or wrong in it. */
export function toldBackOf(
  values: FactValues,
  now: number,
): { ok: true; body: Extract<CaseEventBody, { type: 'toldBack' }> } | { ok: false; faults: FactFault[] } {
  const what = ToldBackWhat.options.find(each => each === values.what)
  const answer = ToldBackAnswer.options.find(each => each === values.answer)
  const language = languageCodes.find(each => each === values.language)
  const reading = readMoment(values.at ?? '')
  const words = values.words?.trim() ?? ''
  const faults: FactFault[] = [
    ...(what === undefined ? [{ field: 'what', key: 'case/choose' } as const] : []),
    ...(reading.kind === 'problem' ? [{ field: 'at', key: `problem/${reading.problem}` } as const] : []),
    ...(reading.kind === 'none' || reading.kind === 'words'
      ? [{ field: 'at', key: 'case/day-and-time' } as const]
      : []),
    ...(reading.kind === 'at' && isStillToCome(reading.at, now)
      ? [{ field: 'at', key: 'case/still-to-come' } as const]
      : []),
    ...(language === undefined ? [{ field: 'language', key: 'case/choose' } as const] : []),
    ...(answer === undefined ? [{ field: 'answer', key: 'case/choose' } as const] : []),
  ]
  if (!what || !answer || !language || reading.kind !== 'at' || faults.length > 0) return { ok: false, faults }
  return {
    ok: true,
    body: { type: 'toldBack', what, at: reading.at, language, answer, ...(words === '' ? {} : { words }) },
  }
}
