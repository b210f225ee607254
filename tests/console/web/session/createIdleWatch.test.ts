import { describe, expect, it } from 'vitest'
import { createIdleWatch } from '../../../../console/web/session/createIdleWatch.ts'

const minute = 60_000

describe('an idle watch', () => {
  it('says nothing while something is done now and then, and speaks after the time without', () => {
    const { watch, pass, idle } = watched()
    for (let done = 0; done < 30; done++) {
      pass(minute)
      expect(watch.active()).toBe(true)
    }
    pass(14 * minute)
    watch.look()
    expect(idle()).toBe(0)
    pass(minute)
    watch.look()
    expect(idle()).toBe(1)
  })

  it('goes by the clock on the wall: the first thing done after a long sleep does not count', () => {
    const { watch, pass, idle } = watched()
    watch.active()
    pass(8 * 60 * minute)
    expect(watch.active()).toBe(false)
    expect(idle()).toBe(1)
    // And does not become what counts next.
    expect(watch.active()).toBe(false)
  })

  it('counts what is done in another tab', () => {
    const { watch, pass, idle, elsewhere } = watched()
    pass(14 * minute)
    elsewhere()
    pass(14 * minute)
    watch.look()
    expect(idle()).toBe(0)
    pass(minute)
    watch.look()
    expect(idle()).toBe(1)
  })

  it('begins afresh when it is told to, and when the clock was put back', () => {
    const { watch, pass, idle } = watched()
    pass(20 * minute)
    watch.begin()
    watch.look()
    expect(idle()).toBe(0)
    pass(-3 * 60 * minute)
    watch.look()
    pass(14 * minute)
    watch.look()
    expect(idle()).toBe(0)
    pass(minute)
    watch.look()
    expect(idle()).toBe(1)
  })
})

function watched() {
  let now = 1_800_000_000_000
  let kept = now
  let idle = 0
  const watch = createIdleWatch({
    now: () => now,
    limit: () => 15 * minute,
    readActive: () => kept,
    keepActive: at => {
      kept = at
    },
    onIdle: () => {
      idle += 1
    },
  })
  return {
    watch,
    pass: (ms: number) => {
      now += ms
    },
    elsewhere: () => {
      kept = now
    },
    idle: () => idle,
  }
}
