import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { Starting } from './Starting.tsx'
import { untilDone } from './untilDone.ts'

/** A component whose code is fetched when it is first drawn, and tried again until it comes. */
export function fetched<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  Meanwhile: ComponentType = Starting,
): ComponentType<Props> {
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
    return Loaded ? <Loaded {...props} /> : <Meanwhile />
  }
}

/** How long after the page itself what is `fetchedSoon` is fetched, if nobody asked for it before. */
const soonMs = 10_000

/** The same for what is needed later and without a connection too: fetched by itself once the page has had its time. */
export function fetchedSoon<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  // Where it fails it is fetched when it is drawn.
  setTimeout(() => void load().catch(() => {}), soonMs)
  return fetched(load)
}
