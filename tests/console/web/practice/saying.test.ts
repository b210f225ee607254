import { expect, it } from 'vitest'
import { draftOfSaying, type Saying, sayingOf } from '../../../../console/web/practice/saying.ts'

const id = '0b7f7a5e-6f0e-4a80-9d3c-1f0f7c0f4a11'

it.each<Saying>([
  { id, after: 0, said: { did: 'said', words: 'Tell me what happened.' } },
  { id, after: 12, said: { did: 'waited' } },
])('is said again as it was kept, under the same id and after the same turn', saying => {
  expect(sayingOf(draftOfSaying(saying))).toEqual(saying)
})

it('is nothing where nothing was kept, or only what is being typed', () => {
  expect(sayingOf(undefined)).toBeUndefined()
  expect(sayingOf({ text: 'half a sent' })).toBeUndefined()
})
