import type { Interviews } from '../../../../console/records/interviews.ts'

/** A store that is never reached, and says so: what the edge decides needs none. */
export const quietInterviews = new Proxy({} as Interviews, {
  get: (_, name) => {
    if (name === 'onTurn') return () => () => {}
    if (name === 'list') return async () => []
    throw new Error(`The store was asked for ${String(name)}.`)
  },
})
