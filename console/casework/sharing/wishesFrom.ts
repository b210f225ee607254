import type { InterviewRecord } from '../../../dialogs/record/record.ts'
import type { CaseFile } from '../episode/caseFile.ts'
import type { Recipient } from './recipients.ts'
import { type Choices, type Wish, type WishAnswer, wishAnswers } from './sharedWith.ts'

/** What was asked and decided about one recipient: on the case, and in the interviews that cover it. */
export function choicesFor(
  recipient: Recipient,
  { sharing }: Pick<CaseFile, 'sharing'>,
  records: readonly InterviewRecord[],
): Choices {
  const asked = sharing.asked.filter(each => each.recipient === recipient.id)
  const decided = sharing.decided.filter(each => each.recipient === recipient.id)
  return {
    wishes: [
      ...records.flatMap(record => wishesIn(record, recipient)),
      ...asked.map(({ stage: at, answer, items, words, time }) => ({
        ...{ recipient: recipient.id, at, answer, items, time },
        ...(words === undefined ? {} : { words }),
      })),
    ],
    decisions: decided.map(({ items, decision, why, time }) => ({
      ...{ recipient: recipient.id, items, decision, time },
      ...(why === undefined ? {} : { reason: why }),
    })),
  }
}

/**
 * What they said in the talk about all of it. That they agreed is about those the talk names, and about nobody else; that they
 * did not, or could not be asked, is about everyone. Where they also said that something is not to be passed on, nobody
 * knows what: then they have not agreed, until they are asked about it.
 */
function wishesIn({ fields }: InterviewRecord, recipient: Recipient): Wish[] {
  const keepsSomething = (fields['sharing.does-not-want-passed-on']?.entries ?? []).some(
    ({ value }) => value.kind === 'coverage' && value.told === 'yes',
  )
  return stages.flatMap(({ at, field, wordsIn }) =>
    (fields[field]?.entries ?? []).flatMap(({ value, at: time }): Wish[] => {
      const said = value.kind === 'choice' ? wishAnswers.find(each => each === value.option) : undefined
      if (said === undefined || (said === 'agreed' && !recipient.inRegime)) return []
      const answer: WishAnswer = said === 'agreed' && keepsSomething ? 'wants-to-think' : said
      const words = (fields[wordsIn]?.entries ?? [])
        .flatMap(entry => (entry.value.kind === 'account' ? [entry.value.words] : []))
        .join('\n')
      return [{ recipient: recipient.id, at, answer, items: 'all', time, ...(words === '' ? {} : { words }) }]
    }),
  )
}

const stages = [
  { at: 'start', field: 'confidentiality.agreement', wordsIn: 'confidentiality.wishes' },
  { at: 'end', field: 'plan.agreement', wordsIn: 'plan.objection' },
] as const
