import { useEffect, useState } from 'preact/hooks'
import { untilNextChange } from './timeLeft.ts'

/** The time, going on by itself: once a minute, and at the moment one of these runs out. Keep the list the same while it is. */
export function useNow(dues: readonly string[]): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => setNow(Date.now()), [dues])
  useEffect(() => {
    const timer = setTimeout(() => setNow(Date.now()), untilNextChange(dues, Date.now()))
    return () => clearTimeout(timer)
  }, [dues, now])
  useEffect(() => {
    // A laptop that slept: its timers slept too.
    const look = () => void (document.visibilityState === 'visible' && setNow(Date.now()))
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
  }, [])
  return now
}
