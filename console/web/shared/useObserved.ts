import { useLayoutEffect, useState } from 'preact/hooks'
import type { Observable } from '../live/observable.ts'

/** The observable's present value; the component is drawn again when it changes. */
export function useObserved<T>(source: Observable<T>): T {
  const [value, show] = useState(() => source.get())
  useLayoutEffect(() => {
    show(() => source.get())
    return source.listen(() => show(() => source.get()))
  }, [source])
  return value
}
