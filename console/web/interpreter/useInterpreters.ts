import { useEffect, useState } from 'preact/hooks'
import type { InterpretersResponse } from '../../contract.ts'
import { useWork } from '../session/AppContext.ts'
import { ask } from '../session/ask.ts'

type Here = InterpretersResponse['here']

/** Who has the script of this interview open, as it changes. */
export function useInterpreters(interview: string): { here: Here; end(session: string): Promise<void> } {
  const { socket } = useWork().connection
  const [here, setHere] = useState<Here>([])
  const path = `/api/interviews/${interview}/interpreters`
  useEffect(() => {
    let left = false
    const read = async () => {
      const answer = await ask<InterpretersResponse>('GET', path)
      if (answer.ok && !left) setHere(answer.value.here)
    }
    const told = (which: string) => void (which.toLowerCase() === interview.toLowerCase() && read())
    const connected = () => void read()
    void read()
    socket.on('interview:interpreters', told)
    socket.on('connect', connected)
    return () => {
      left = true
      socket.off('interview:interpreters', told)
      socket.off('connect', connected)
    }
  }, [interview, socket])
  return {
    here,
    async end(session) {
      const answer = await ask<InterpretersResponse>('DELETE', `${path}/${session}`)
      if (answer.ok) setHere(answer.value.here)
    },
  }
}
