import { refused } from '../session/ask.ts'

export type FileTrouble = 'failed' | 'busy' | 'no-connection'

/** Fetches a file and has the browser save it under the name the server gave it. Answers with what went wrong. */
export async function saveFile(address: string): Promise<FileTrouble | undefined> {
  try {
    const response = await fetch(address)
    if (!response.ok) {
      refused(response.status, await response.json().catch(() => ({})))
      return response.status === 503 || response.status === 429 ? 'busy' : 'failed'
    }
    const name = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? ''
    const kept = URL.createObjectURL(await response.blob())
    const link = document.createElement('a')
    link.href = kept
    link.download = name
    link.click()
    // The browser has begun to save it by then, and a child's words stay no longer than that in the page.
    setTimeout(() => URL.revokeObjectURL(kept), 10_000)
    return undefined
  } catch {
    return 'no-connection'
  }
}
