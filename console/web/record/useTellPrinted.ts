import { useEffect } from 'preact/hooks'
import { ask } from '../session/ask.ts'

/**
 * Tells the audit that the record is being printed.
 * NB: a browser without the connection cannot tell, nor can it be made to; that the record was read is kept before it comes.
 */
export function useTellPrinted(interview: string) {
  useEffect(() => {
    const tell = () => void ask('POST', `/api/interviews/${encodeURIComponent(interview)}/printed`)
    addEventListener('beforeprint', tell)
    return () => removeEventListener('beforeprint', tell)
  }, [interview])
}
