import type { Guide } from '../../dialogs/guide/schema.ts'
import type { Intent } from '../../dialogs/intent.ts'
import { take } from '../../dialogs/interview.ts'
import { nextStep } from '../../dialogs/plan/nextStep.ts'
import type { NewEvent } from '../../dialogs/record/events.ts'
import type { InterviewRecord } from '../../dialogs/record/record.ts'
import type { Labels } from '../../dialogs/replies/readReply.ts'
import type { Refusal } from './interviews.ts'

export interface DecisionServices {
  /** Every version of the guide that an interview may have begun with, the newest last. */
  guides: readonly Guide[]
  languages: readonly string[]
  /** The words of a language for the codes of a prompt's options, to read a typed reply with. */
  labelsFor(language: string, prompt: string | undefined): Labels
}

/** The events an intent makes of a record, or why it makes none. */
export type Decision = { ok: true; events: readonly NewEvent[] } | Refusal

/** What the interview's one door needs from here: the guide an interview began with, and words to read replies by. */
export function createDecisions({ guides, languages, labelsFor }: DecisionServices) {
  const newest = guides.at(-1)
  if (!newest) throw new Error('There is no guide to begin an interview with.')

  function guideOf(version: number): Guide {
    const guide = guides.find(each => each.version === version)
    if (!guide) throw new Error(`No guide has version ${version}: run the Return Talk that the interview began with.`)
    return guide
  }

  function labelsNow(guide: Guide, record: InterviewRecord): Labels {
    const step = nextStep(guide, record)
    return labelsFor(record.language, step.kind === 'ask' ? step.prompt.id : undefined)
  }

  return {
    newestGuide: newest.version,
    guideOf,
    isKnown: (language: string) => languages.includes(language),
    decided(record: InterviewRecord, intent: Intent): Decision {
      if (intent.do === 'language' && !languages.includes(intent.to)) return { ok: false, problem: 'unknown-language' }
      const guide = guideOf(record.guide)
      return take(guide, record, intent, intent.do === 'reply' ? labelsNow(guide, record) : () => [])
    },
  }
}
