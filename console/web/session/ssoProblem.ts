import { observable } from '../live/observable.ts'

const problems = ['failed', 'unreachable', 'cancelled', 'not-fresh', 'expired', 'no-role', 'suspended'] as const
/** Why single sign-on did not lead in. Each is a key of the words shown. */
export type SsoProblem = (typeof problems)[number]

/** What the server sent this tab back with, after the `#`, until it has been shown. */
export const ssoProblem = observable<SsoProblem | undefined>(undefined)

export function takeSsoProblem(): void {
  const [, sent] = /^#sso-([a-z-]+)$/.exec(location.hash) ?? []
  if (sent === undefined) return
  ssoProblem.set(problems.find(each => each === sent) ?? 'failed')
  history.replaceState(history.state, '', location.pathname)
}
