import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { Starting } from './Starting.tsx'
import { untilDone } from './untilDone.ts'

/** A component whose code is fetched when it is first drawn, and tried again until it comes. */
export function fetched<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  return props => {
    const [Loaded, setLoaded] = useState<ComponentType<Props>>()
    useEffect(
      () =>
        untilDone(async () => {
          const came = await load()
          setLoaded(() => came)
        }),
      [],
    )
    return Loaded ? <Loaded {...props} /> : <Starting />
  }
}
