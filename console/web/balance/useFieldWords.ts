import { guideOfVersion, publishedGuides } from '../../../dialogs/guide/guide.ts'
import { promptWordsKey } from '../../../dialogs/guide/wordKeys.ts'
import { promptsIn } from '../../../dialogs/plan/promptsIn.ts'
import type { CaseConcerns } from '../case/useConcerns.ts'
import { ageBandOf } from '../room/promptWords.ts'
import { useFilling } from '../room/useFilling.ts'
import { useApp } from '../session/AppContext.ts'
import { useWords } from '../words/useWords.ts'

/** What a line of the balance answers: the prompt as it is said, or what was listened for. Undefined until the words are here. */
export function useFieldWords(interviews: CaseConcerns['interviews']): ((field: string) => string) | undefined {
  const { say, language } = useApp()
  const words = useWords(language, 'guide')
  const filling = useFilling(language)
  if (!words) return undefined
  const records = [...interviews.values()].map(({ record }) => record)
  return field => {
    if (field === 'no-talk') return say('balance/how-no-talk')
    if (field === 'concern' || field === 'concern.words') return say('sharing/doc-concern')
    const record = records.find(({ guide }) => promptsIn(guideOfVersion(guide)).has(field))
    const guides = record ? [guideOfVersion(record.guide)] : publishedGuides
    const prompt = guides.flatMap(guide => promptsIn(guide).get(field)?.prompt ?? []).at(-1)
    if (!prompt) return words(`coverage/${field}`)
    const age = record ? ageBandOf(record) : '11to15'
    return words(promptWordsKey(prompt, age, record?.regime ?? 'all-shared'), { ...filling })
  }
}
