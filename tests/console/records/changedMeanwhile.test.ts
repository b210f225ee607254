import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../../console/records/database/openDatabase.ts'
import type { Interviews, TurnRequest } from '../../../console/records/interviews.ts'
import type { Intent } from '../../../dialogs/intent.ts'
import { freshDatabase } from '../../support/database.ts'
import { smallGuide } from '../../support/smallGuide.ts'
import { begun, request, robin, sam, storedInterviews, taken } from '../../support/storedInterviews.ts'

let database: Database
let interviews: Interviews
beforeAll(async () => {
  database = await freshDatabase()
  interviews = storedInterviews(database)
})
afterAll(() => database.close())

const scale = (value: number, corrects?: string): Intent => ({
  do: 'answer',
  prompt: 'safety.scale',
  answer: { kind: 'scale', value },
  ...(corrects === undefined ? {} : { corrects }),
})
const hurt = (said: 'yes' | 'no'): Intent => ({ do: 'answer', prompt: 'safety.hurt', answer: { kind: 'plain', said } })
const cover = (coverage: string, told: 'yes' | 'no' | 'chose-not-to-say', corrects?: string): Intent => ({
  do: 'cover',
  coverage,
  told,
  ...(corrects === undefined ? {} : { corrects }),
})
const [safety = ''] = smallGuide.coverage.filter(item => item.safety).map(({ id }) => id)
const [plain = ''] = smallGuide.coverage.filter(item => !item.safety).map(({ id }) => id)
const words = (said: string): Intent => ({ do: 'account', prompt: 'leaving.what-happened', words: said })

/** What becomes of mine, made on event 1, when sam's were taken before it arrived. */
async function after(theirs: readonly Intent[], mine: Intent, other: Partial<TurnRequest> = {}) {
  const interview = await begun(interviews)
  for (const intent of theirs) await taken(interviews, interview, request(intent, sam))
  const turn = await interviews.turn(interview, request(mine, { seen: 1, ...other }))
  return turn.ok ? 'taken' : turn.problem
}

describe('a turn made on an older record', () => {
  it.each<{ title: string; theirs: Intent[]; mine: Intent; comes: string }>([
    { title: 'another answer to the same prompt', theirs: [scale(3)], mine: scale(7), comes: 'changed-meanwhile' },
    { title: 'the same answer to the same prompt', theirs: [scale(7)], mine: scale(7), comes: 'taken' },
    { title: 'an answer to another prompt', theirs: [hurt('no')], mine: scale(7), comes: 'taken' },
    {
      title: 'not saying, to a prompt I answer',
      theirs: [{ do: 'rather-not', prompt: 'safety.scale' }],
      mine: scale(7),
      comes: 'changed-meanwhile',
    },
    {
      title: 'an answer to a prompt I leave unsaid',
      theirs: [scale(3)],
      mine: { do: 'rather-not', prompt: 'safety.scale' },
      comes: 'changed-meanwhile',
    },
    { title: 'more words to the same account', theirs: [words('loud')], mine: words('cold'), comes: 'taken' },
    { title: 'moving on', theirs: [scale(3)], mine: { do: 'next', prompt: 'safety.scale' }, comes: 'taken' },
    { title: 'a skip', theirs: [hurt('no')], mine: { do: 'skip', prompt: 'safety.hurt' }, comes: 'taken' },
    {
      title: 'another view of the same coverage',
      theirs: [cover(plain, 'yes')],
      mine: cover(plain, 'no'),
      comes: 'changed-meanwhile',
    },
    {
      title: 'a lower risk than theirs',
      theirs: [cover(safety, 'yes')],
      mine: cover(safety, 'no'),
      comes: 'changed-meanwhile',
    },
    { title: 'a higher risk than theirs', theirs: [cover(safety, 'no')], mine: cover(safety, 'yes'), comes: 'taken' },
    {
      title: 'no to a safety question they heard yes to',
      theirs: [hurt('yes')],
      mine: hurt('no'),
      comes: 'changed-meanwhile',
    },
    { title: 'yes to a safety question they heard no to', theirs: [hurt('no')], mine: hurt('yes'), comes: 'taken' },
  ])('after $title is $comes', async ({ theirs, mine, comes }) => {
    expect(await after(theirs, mine)).toBe(comes)
  })

  it.each([
    { title: 'by the same person from the same place', other: sam },
    { title: 'by whoever has not said what they had seen', other: { seen: undefined } },
  ])('is taken when it is made $title', async ({ other }) => {
    const { seen, ...rest } = { seen: 1, ...other }
    const interview = await begun(interviews)
    await taken(interviews, interview, request(scale(3), sam))
    const asked = { ...request(scale(7), rest), ...(seen === undefined ? {} : { seen }) }
    expect(await interviews.turn(interview, asked)).toMatchObject({ ok: true })
  })

  it('comes back with what the other did, and is taken once it names that', async () => {
    const interview = await begun(interviews)
    const mine = await taken(interviews, interview, request(cover(safety, 'no')))
    const theirs = await taken(interviews, interview, request(cover(safety, 'yes'), sam))
    const old = request(cover(safety, 'no', mine.events[0]?.id), { seen: 2 })
    expect(await interviews.turn(interview, old)).toEqual({
      ok: false,
      problem: 'changed-meanwhile',
      theirs: theirs.events,
    })
    const choice = request(cover(safety, 'no', theirs.events[0]?.id), { seen: 2 })
    expect(await interviews.turn(interview, choice)).toMatchObject({ ok: true })
  })

  it('sees what another process has recorded', async () => {
    const interview = await begun(interviews)
    await taken(storedInterviews(database), interview, request(scale(3), sam))
    const asked = request(scale(7), { seen: 1, by: robin.by })
    expect(await interviews.turn(interview, asked)).toMatchObject({ ok: false, problem: 'changed-meanwhile' })
  })
})
