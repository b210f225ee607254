import { expect, it } from 'vitest'
import { createHeldInterviews, type Held } from '../../../console/records/heldInterviews.ts'
import { newKey } from '../../../console/records/keys/seal.ts'
import { recordFrom } from '../../../dialogs/record/recordFrom.ts'

const opened = {
  type: 'opened',
  guide: 1,
  regime: 'all-shared',
  voice: 'practitioner',
  language: 'en',
  id: '00000000-0000-4000-8000-000000000001',
  by: 'interviewer',
  from: 'console',
  deviceAt: '2026-06-01T10:00:00+01:00',
  seq: 1,
  at: '2026-06-01T09:00:00.000Z',
} as const

const heldAs = (interview: string): Held => ({
  record: recordFrom([{ ...opened, interview }]),
  key: newKey(),
  openedBy: 'interviewer',
  openedIn: opened.id,
  head: Buffer.alloc(32),
  turns: new Map(),
})

it('lets go of the interview that was talked about longest ago', () => {
  const held = createHeldInterviews(2)
  for (const name of ['one', 'two']) held.keep(heldAs(name))
  held.get('one')
  held.keep(heldAs('three'))
  expect(['one', 'two', 'three'].filter(name => held.get(name))).toEqual(['one', 'three'])
})
