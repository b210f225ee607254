import { useEffect, useState } from 'preact/hooks'
import type { Coded, Utterance } from '../../../../dialogs/practice/coding/codeQuestion.ts'
import type { Drills } from '../../../../dialogs/practice/drills/drills.ts'

/** The exercises, and what codes a question here: what is typed is judged on this device and sent nowhere. */
export interface DrillsHere {
  drills: Drills
  code(utterance: Utterance): Coded
}

/** Beside the page's own files, and fetched when they are needed. */
const addresses: Readonly<Record<string, string>> = import.meta.glob(
  '../../../../locales/en/{coding,hearing,drills}.json',
  {
    query: '?url',
    import: 'default',
    eager: true,
  },
)

let coming: Promise<DrillsHere> | undefined

/** The exercises once they are here. NB: there is practice in no other language than English yet. */
export function useDrills(): { here?: DrillsHere; failed: boolean; again(): void } {
  const [here, setHere] = useState<DrillsHere>()
  const [failed, setFailed] = useState(false)
  const [times, setTimes] = useState(0)
  useEffect(() => {
    let left = false
    setFailed(false)
    coming ??= fetchDrills()
    coming.then(
      came => !left && setHere(came),
      () => {
        coming = undefined
        if (!left) setFailed(true)
      },
    )
    return () => {
      left = true
    }
  }, [times])
  return { ...(here ? { here } : {}), failed, again: () => setTimes(times + 1) }
}

async function fetchDrills(): Promise<DrillsHere> {
  const [{ codeQuestion }, { codingLexiconFrom }, { lexiconFrom }, coding, hearing, drills] = await Promise.all([
    import('../../../../dialogs/practice/coding/codeQuestion.ts'),
    import('../../../../dialogs/practice/coding/codingLexicon.ts'),
    import('../../../../dialogs/hearing/lexicon.ts'),
    ...(['coding', 'hearing', 'drills'] as const).map(fileOf),
  ])
  const lexicon = codingLexiconFrom(coding, lexiconFrom(hearing))
  return { drills, code: utterance => codeQuestion(lexicon, utterance) }
}

async function fileOf(name: string) {
  const response = await fetch(addresses[`../../../../locales/en/${name}.json`] ?? '')
  if (!response.ok) throw new Error(`The words of ${name} did not come.`)
  return response.json()
}
