import type { IntelligenceItem } from '../../../../console/casework/intelligence/intelligence.ts'
import type { FormWords } from '../../../../console/casework/intelligence/policeForm.ts'
import { defaultRecipients, type Recipient } from '../../../../console/casework/sharing/recipients.ts'

export const time = (minutes: number) => new Date(Date.UTC(2026, 5, 1, 9, minutes)).toISOString()

export const police: Recipient = defaultRecipients.find(({ kind }) => kind === 'police') ?? fail()

/** Something for police that someone wrote themselves, but for what is said of it here. */
export const intelligence = (event: string, other: Partial<IntelligenceItem> = {}): IntelligenceItem => ({
  ...{ event, writtenBy: 'robin', time: time(40), before: [], kind: 'person', words: `what ${event} says` },
  ...{ source: 'practitioner', certainty: 'not-known', thirdParty: true, handling: { reveals: 'not-known' } },
  ...other,
})

/** Codes as they are, so that what is on the form is seen. */
export const formWordsAsCodes: FormWords = {
  say: key => key,
  kind: kind => kind,
  voice: voice => voice,
  certainty: certainty => certainty,
  reveals: reveals => `reveals-${reveals}`,
  time: at => at,
}

function fail(): never {
  throw new Error('Nobody of the police is among those who may be told.')
}
