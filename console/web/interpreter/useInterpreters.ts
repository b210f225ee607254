import { useEffect, useState } from 'preact/hooks'
import type { InterpretersResponse } from '../../contract/script.ts'
import { useWork } from '../session/AppContext.ts'
import { ask } from '../session/ask.ts'

interface Interpreters extends InterpretersResponse {
  end(session: string): Promise<void>
}

const nobody: InterpretersResponse = { here: [], before: [] }

/** Who has the script of this interview open and what is on their screen, as it changes; and who had it before. */
export function useInterpreters(interview: string): Interpreters {
  const { socket } = useWork().connection
  const [known, setKnown] = useState(nobody)
  const path = `/api/interviews/${interview}/interpreters`
  const isThis = (which: string) => which.toLowerCase() === interview.toLowerCase()
  useEffect(() => {
    let left = false
    const read = async () => {
      const answer = await ask<InterpretersResponse>('GET', path)
      if (answer.ok && !left) setKnown(answer.value)
    }
    const told = (which: string) => void (isThis(which) && read())
    const shown = ({
      interview: which,
      interpreter,
      prompt,
    }: {
      interview: string
      interpreter: string
      prompt: string
    }) =>
      isThis(which) &&
      setKnown(now => ({
        ...now,
        here: now.here.map(each => (each.id === interpreter ? { ...each, shown: prompt } : each)),
      }))
    const connected = () => void read()
    void read()
    socket.on('interview:interpreters', told)
    socket.on('interview:script-shown', shown)
    socket.on('connect', connected)
    return () => {
      left = true
      socket.off('interview:interpreters', told)
      socket.off('interview:script-shown', shown)
      socket.off('connect', connected)
    }
  }, [interview, socket])
  return {
    ...known,
    async end(session) {
      const answer = await ask<InterpretersResponse>('DELETE', `${path}/${session}`)
      if (answer.ok) setKnown(answer.value)
    },
  }
}
