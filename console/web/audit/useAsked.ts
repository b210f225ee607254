import { useCallback, useEffect, useRef, useState } from 'preact/hooks'

/** What was asked for, while it comes (and what was there before it), when it is there, and when it could not be had. */
export type Asked<T> = { state: 'coming' | 'failed'; value?: T } | { state: 'here'; value: T }

/** Asks, and again whenever `ask` is another one. What comes too late for it is not shown. */
export function useAsked<T>(ask: () => Promise<T>): Asked<T> & { again(): void } {
  const [asked, setAsked] = useState<Asked<T>>({ state: 'coming' })
  const newest = useRef(0)
  const again = useCallback(() => {
    const mine = ++newest.current
    setAsked(before => ({ ...before, state: 'coming' }))
    ask().then(
      value => mine === newest.current && setAsked({ state: 'here', value }),
      () => mine === newest.current && setAsked({ state: 'failed' }),
    )
  }, [ask])
  useEffect(() => {
    again()
    return () => {
      newest.current++
    }
  }, [again])
  return { ...asked, again }
}
