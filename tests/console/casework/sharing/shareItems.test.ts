import { expect, it } from 'vitest'
import { defaultRecipients } from '../../../../console/casework/sharing/recipients.ts'
import { sharedWith } from '../../../../console/casework/sharing/sharedWith.ts'
import { isTheirOwn, peopleNamed, type ShareItem, shareItems } from '../../../../console/casework/sharing/shareItems.ts'
import { choicesFor } from '../../../../console/casework/sharing/wishesFrom.ts'
import { guide2 } from '../../../../dialogs/guide/guide.ts'
import type { NewEvent } from '../../../../dialogs/record/events.ts'
import { recordFrom } from '../../../../dialogs/record/recordFrom.ts'
import { idOf, recorded } from '../../../support/talk.ts'

type Said = Omit<NewEvent, 'voice' | 'language'> & Partial<Pick<NewEvent, 'voice'>>

/** An interview in which this was said, each event with its place as its number. */
function interviewOf(...said: readonly Said[]) {
  const opened = { type: 'opened', guide: guide2.version, regime: 'safeguarding-only', voice: 'practitioner' } as const
  const events = [opened, ...said].map((each, place) =>
    recorded(place + 1, { voice: 'young-person', language: 'en', ...each } as NewEvent),
  )
  return { events, guide: guide2 }
}
const itemsOf = (...said: readonly Said[]) => shareItems([interviewOf(...said)], [], 'safeguarding-only')
const about = ({ field, safeguarding, danger }: ShareItem) => [field, safeguarding, danger]
const covered = (coverage: string, told: string, other = {}) => ({ type: 'covered', coverage, told, ...other }) as Said
const answered = (prompt: string, answer: object, other = {}) =>
  ({ type: 'answered', prompt, answer, ...other }) as Said
const plain = (said: string) => ({ kind: 'plain', said })
const choice = (option: string) => ({ kind: 'choice', option })
const concern = idOf(900)

it('are of safeguarding where the guide says so and it was told, and where a plain question was answered yes', () => {
  const items = itemsOf(
    covered('harm.sexual', 'yes', { because: 'He made me.' }),
    covered('harm.self-harm', 'yes'),
    covered('harm.kept', 'no'),
    covered('push.bored', 'yes'),
    answered('safety.hurt-now', plain('yes')),
    answered('safety.kept', plain('no')),
    answered('plan.card', plain('yes')),
  )
  expect(items.map(about)).toEqual([
    ['harm.sexual', true, true],
    ['harm.self-harm', true, false],
    ['harm.kept', false, false],
    ['push.bored', false, false],
    ['safety.hurt-now', true, true],
    ['safety.kept', false, false],
    ['plan.card', false, false],
  ])
})

it('are all of a concern: for the police too, until it is known to be for a doctor alone', () => {
  const raised = { type: 'concernRaised', concern, words: 'I cut myself.' } as Said
  const words = { type: 'accounted', prompt: 'concern.words', concern, words: 'I cut myself.' } as Said
  expect(itemsOf(raised, words).map(about)).toEqual([
    ['concern', true, true],
    ['concern/concern.words', true, true],
  ])
  const kind = answered('concern.kind', choice('self-harm'), { concern, voice: 'practitioner' })
  expect(itemsOf(raised, words, kind).map(about)).toEqual([
    ['concern', true, false],
    ['concern/concern.words', true, false],
    ['concern/concern.kind', true, false],
  ])
})

it('know what they put right, whose words they are, and who was named', () => {
  const people = { kind: 'people', people: [{ called: 'Kai', relation: 'friend' }] }
  const first = { type: 'accounted', prompt: 'leaving.story', words: 'I left at two.' } as Said
  const right = { type: 'accounted', prompt: 'leaving.story', words: 'I left at three.', corrects: idOf(2) } as Said
  const interview = interviewOf(first, right, answered('away.people', people, { voice: 'third-party' }))
  const [story, named] = shareItems([interview], [], 'all-shared')
  expect(story).toMatchObject({ id: idOf(3), behind: [idOf(2)], pieces: [{ text: 'I left at three.' }] })
  expect(named).toMatchObject({ aboutOthers: true, codes: ['friend'], pieces: [{ as: 'person', text: 'Kai' }] })
  expect([story, named].map(each => each && isTheirOwn(each))).toEqual([true, false])
  expect(peopleNamed([interview])).toEqual([{ called: 'Kai', relation: 'friend' }])
})

it('go by what was said in the talk about all of it: agreed to those it names alone, objected to everyone', () => {
  const withAnswer = (option: string, ...more: Said[]) => {
    const interview = interviewOf(covered('push.bored', 'yes'), ...more, answered('plan.agreement', choice(option)))
    const items = shareItems([interview], [], 'safeguarding-only')
    const none = { sharing: { asked: [], decided: [], sent: [] } }
    return defaultRecipients.flatMap(recipient => {
      const { shared } = sharedWith(recipient, items, choicesFor(recipient, none, [recordFrom(interview.events)]))
      return shared.some(({ item }) => item.field === 'push.bored') ? [recipient.id] : []
    })
  }
  expect(withAnswer('agreed')).toEqual(['childrens-services', 'police'])
  expect(withAnswer('objected')).toEqual([])
  expect(withAnswer('wants-to-think')).toEqual([])
  expect(withAnswer('agreed', covered('sharing.does-not-want-passed-on', 'yes'))).toEqual([])
})
