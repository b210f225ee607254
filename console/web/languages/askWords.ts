import type {
  ActOnWord,
  ImportDone,
  ImportPreview,
  ImportWords,
  LanguageResponse,
  LanguagesResponse,
  WordActed,
  WordHistoryResponse,
  WordRefusal,
} from '../../contract/languages.ts'
import { refused } from '../session/ask.ts'

/** Why it was not done: what the server said, or that it could not be asked. */
export type AskWordProblem = WordRefusal['problem'] | 'too-large' | 'no-connection' | 'failed'
export type WordAnswer<T> = { ok: true; value: T } | { ok: false; problem: AskWordProblem; now?: WordActed }

const pathOf = (language: string) => `/api/languages/${encodeURIComponent(language)}`

export const askLanguages = () => asked<LanguagesResponse>('/api/languages')
export const askLanguage = (language: string) => asked<LanguageResponse>(pathOf(language))
export const askHistory = (language: string, file: string, key: string) =>
  asked<WordHistoryResponse>(`${pathOf(language)}/history?${new URLSearchParams({ file, key }).toString()}`)
export const actOnWord = (language: string, act: ActOnWord) => sent<WordActed>(`${pathOf(language)}/words`, act)
export const lookAtImport = (language: string, xliff: string) =>
  sent<ImportPreview>(`${pathOf(language)}/import`, { xliff } satisfies ImportWords)
export const keepImport = (language: string, xliff: string, digest: string) =>
  sent<ImportDone>(`${pathOf(language)}/import`, { xliff, digest } satisfies ImportWords)
/** Where the browser takes the file from. */
export const exportOf = (language: string) => `${pathOf(language)}/export`

/** Throws where it does not come: then it can be asked again. */
async function asked<T>(path: string): Promise<T> {
  const response = await fetch(path, { headers: { accept: 'application/json' } })
  if (response.ok) return (await response.json()) as T
  refused(response.status, await response.json().catch(() => ({})))
  throw new Error(`The words did not come (${response.status}).`)
}

async function sent<T>(path: string, body: object): Promise<WordAnswer<T>> {
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { accept: 'application/json', 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    if (response.ok) return { ok: true, value: (await response.json()) as T }
    return notDone(response.status, await response.json().catch(() => ({})))
  } catch {
    return { ok: false, problem: 'no-connection' }
  }
}

function notDone(
  status: number,
  answer: Partial<WordRefusal>,
): { ok: false; problem: AskWordProblem; now?: WordActed } {
  const { problem, now } = answer
  if (problem !== undefined) return { ok: false, problem, ...(now ? { now } : {}) }
  // Whoever was signed out or locked meanwhile is shown so; what they typed is kept.
  refused(status, {})
  return { ok: false, problem: status === 413 ? 'too-large' : 'failed' }
}
