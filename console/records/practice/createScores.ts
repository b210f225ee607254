import type { HeldTalk } from '../../../dialogs/practice/debrief/debriefOf.ts'
import type { AttemptScores } from '../../../dialogs/practice/progress/attemptScores.ts'
import type { AttemptLine } from '../../casework/practice/attempts.ts'
import type { Practice, WholeAttempt } from './practice.ts'

/** What attempts that have ended came to, to be seen beside each other. */
export interface Scores {
  /** In the order they are given; one that goes on, or is gone, is left out. */
  of(attempts: readonly AttemptLine[]): Promise<readonly { attempt: AttemptLine; scores: AttemptScores }[]>
}

const most = 5_000

/** Each is worked out once: an attempt that has ended changes no more. The scores have no word of it. */
export function createScores(
  { whole }: Pick<Practice, 'whole'>,
  scoresOfTalk: (talk: HeldTalk) => AttemptScores,
): Scores {
  const known = new Map<string, AttemptScores>()

  async function scoresOf(id: string): Promise<AttemptScores | undefined> {
    const found = known.get(id)
    if (found) return found
    const attempt = await whole(id)
    if (!attempt) return undefined
    const scores = scoresOfTalk(talkOf(attempt))
    if (known.size >= most) known.clear()
    known.set(id, scores)
    return scores
  }

  return {
    async of(attempts) {
      const found: { attempt: AttemptLine; scores: AttemptScores }[] = []
      // One after another, so that whoever talks meanwhile is answered in between.
      for (const attempt of attempts) {
        const scores = attempt.ended === undefined ? undefined : await scoresOf(attempt.id)
        if (scores) found.push({ attempt, scores })
      }
      return found
    },
  }
}

/** The talk of an attempt, as the debrief takes it. */
export const talkOf = ({ attempt: { level }, scenario, seed, turns }: WholeAttempt): HeldTalk => ({
  ...{ scenario, level, seed, turns },
})
