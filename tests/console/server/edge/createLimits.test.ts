import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createLimits, type Limit } from '../../../../console/server/edge/createLimits.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const taken = async (limit: Limit, key: string, times: number) => {
  let waits = 0
  for (let time = 0; time < times; time++) waits = await limit.take(key)
  return waits
}

describe('the limits', () => {
  it('let each have its own and no more, until the time is over', async () => {
    const { address } = createLimits(100)
    expect(await taken(address, 'a', 100)).toBe(0)
    vi.advanceTimersByTime(20_000)
    expect(await address.take('a')).toBe(40)
    expect(await address.take('b')).toBe(0)
    vi.advanceTimersByTime(40_000)
    expect(await address.take('a')).toBe(0)
  })

  it('let one person have a fifth of what an address has', async () => {
    const { person } = createLimits(100)
    expect(await taken(person, 'a', 20)).toBe(0)
    expect(await person.take('a')).toBeGreaterThan(0)
  })

  it('keep nothing of those who have gone', async () => {
    const { address } = createLimits(100)
    for (let each = 0; each < 1000; each++) await address.take(`${each}`)
    expect(vi.getTimerCount()).toBe(1000)
    vi.advanceTimersByTime(60_000)
    expect(vi.getTimerCount()).toBe(0)
  })

  it('are none where they are off', async () => {
    expect(await taken(createLimits('off').person, 'a', 1000)).toBe(0)
  })
})
