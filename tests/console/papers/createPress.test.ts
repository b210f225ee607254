import { afterEach, describe, expect, it } from 'vitest'
import { createPress, type Press, type PressOptions } from '../../../console/papers/createPress.ts'
import { documentPaper } from '../../../console/papers/documentPaper.ts'
import type { Paper } from '../../../console/papers/paper.ts'
import { composed, translator } from './papersUnderTest.ts'

const open: Press[] = []
const faults: unknown[] = []
function press(options: Partial<PressOptions> = {}): Press {
  const made = createPress({ onFault: error => void faults.push(error), ...options })
  open.push(made)
  return made
}
afterEach(async () => {
  await Promise.all(open.splice(0).map(each => each.close()))
  faults.length = 0
})

/** A thread that answers with this code instead of drawing. */
const thread = (code: string) =>
  new URL(
    `data:text/javascript,${encodeURIComponent(`import { parentPort } from 'node:worker_threads'
let turn = 0
const answer = text => parentPort.postMessage({ ok: true, file: new TextEncoder().encode(text) })
parentPort.on('message', ({ paper }) => { turn++; ${code} })`)}`,
  )
const slow = thread('setTimeout(() => answer(paper.title.talk + turn), 50)')
const named = (talk: string): Paper => ({ ...composed({ paper: 'card' }), title: { talk } })
const textOf = async (printing: ReturnType<Press['print']>) => {
  const made = await printing
  return made.ok ? made.value.toString() : made.problem
}

describe('the press', () => {
  it('draws a real paper in its own thread', async () => {
    const made = await press().print(composed({ language: 'ar', paper: 'card' }))
    expect(made.ok && made.value.subarray(0, 5).toString()).toBe('%PDF-')
  })

  it('leaves the process free while it draws', async () => {
    let beats = 0
    const heart = setInterval(() => beats++, 5)
    const began = performance.now()
    await press().print(composed({ language: 'ar', stage: 'welcome' }))
    clearInterval(heart)
    // Half of what an idle process would have had: drawn here it would have been one or two.
    expect(beats).toBeGreaterThan((performance.now() - began) / 5 / 2)
  })

  it('draws one after the other, and what is the same once', async () => {
    const { print } = press({ drawer: slow })
    const all = await Promise.all(['a', 'b', 'a', 'c'].map(name => textOf(print(named(name)))))
    expect(all).toEqual(['a1', 'b2', 'a1', 'c3'])
    expect(await textOf(print(named('b')))).toBe('b2')
  })

  it('keeps no document, which may hold what a child said', async () => {
    const { print } = press({ drawer: slow })
    const document = documentPaper(translator, {
      ...{ language: 'en', title: { talk: 'a' }, foot: { talk: 'today' }, english: 'beneath', blocks: [] },
    })
    expect(await textOf(print(document))).toBe('a1')
    expect(await textOf(print(document))).toBe('a2')
  })

  it('keeps only the last ones', async () => {
    const { print } = press({ drawer: slow, kept: 2 })
    for (const name of ['a', 'b', 'a', 'c']) await print(named(name))
    expect(await textOf(print(named('a')))).toBe('a1')
    expect(await textOf(print(named('b')))).toBe('b4')
  })

  it('says that it is busy when too many wait, and takes more when they are done', async () => {
    const { print } = press({ drawer: slow, waiting: 2 })
    const all = await Promise.all(['a', 'b', 'c', 'd', 'a'].map(name => textOf(print(named(name)))))
    expect(all).toEqual(['a1', 'b2', 'c3', 'busy', 'a1'])
    expect(await textOf(print(named('d')))).toBe('d4')
  })

  it.each([
    [
      'says that it failed',
      "paper.title.talk === 'bad' ? parentPort.postMessage({ ok: false, why: 'ink' }) : answer('good')",
    ],
    ['ends', "paper.title.talk === 'bad' ? process.exit(1) : answer('good')"],
    ['throws', "if (paper.title.talk === 'bad') throw new Error('ink'); answer('good')"],
    ['never answers', "if (paper.title.talk !== 'bad') answer('good')"],
  ])('goes on with the next where the thread %s', async (_, code) => {
    const { print } = press({ drawer: thread(code), patienceMs: 1_000 })
    const all = await Promise.all(['bad', 'next'].map(name => textOf(print(named(name)))))
    expect(all).toEqual(['failed', 'good'])
    expect(faults).toHaveLength(1)
    expect(await textOf(print(named('bad')))).toBe('failed')
  })

  it('starts another thread after one that ended while nothing was asked', async () => {
    const { print } = press({ drawer: thread("answer('drawn'); setTimeout(() => process.exit(1), 20)") })
    expect(await textOf(print(named('a')))).toBe('drawn')
    await new Promise(resolve => setTimeout(resolve, 300))
    expect(await textOf(print(named('b')))).toBe('drawn')
  })

  it('draws nothing more once it is closed', async () => {
    const closing = press({ drawer: slow })
    const begun = textOf(closing.print(named('a')))
    await closing.close()
    expect(await begun).toBe('failed')
    expect(await textOf(closing.print(named('b')))).toBe('failed')
  })
})
