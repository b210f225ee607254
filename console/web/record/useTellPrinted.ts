import { useEffect } from 'preact/hooks'
import { ask } from '../session/ask.ts'

/**
 * Tells the audit that the records of these interviews are being printed.
 * NB: a browser without the connection cannot tell, nor can it be made to; that the record was read is kept before it comes.
 */
export function useTellPrinted(...interviews: readonly string[]) {
  useEffect(() => {
    const tell = () => {
      for (const interview of interviews) void ask('POST', `/api/interviews/${encodeURIComponent(interview)}/printed`)
    }
    addEventListener('beforeprint', tell)
    return () => removeEventListener('beforeprint', tell)
  }, [interviews.join()])
}
