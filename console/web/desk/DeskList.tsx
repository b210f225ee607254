import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks'
import type { DeskLine } from '../../casework/episode/deskLine.ts'
import { openList } from '../live/openList.ts'
import { useWork } from '../session/AppContext.ts'
import { useObserved } from '../shared/useObserved.ts'
import { DeskLineView } from './DeskLineView.tsx'

/** The lines, in their order. Whoever reads or has the focus on one keeps it where it is while others move. */
export function DeskList({ lines, now }: { lines: readonly DeskLine[]; now: number }) {
  const { connection, journal } = useWork()
  const interviews = useMemo(() => openList(connection, journal), [connection, journal])
  useEffect(() => interviews.close, [interviews])
  const { interviews: all } = useObserved(interviews.state)
  const states = useMemo(() => new Map(all.map(({ id, state }) => [id, state])), [all])
  const list = useRef<HTMLUListElement>(null)
  useStillPlace(list, lines)
  return (
    <ul class="desk__lines" ref={list}>
      {lines.map(line => (
        <DeskLineView key={line.episode} line={line} now={now} interview={states.get(line.interviews.at(-1) ?? '')} />
      ))}
    </ul>
  )
}

/**
 * Keeps the focus on the line that has it, which a browser takes away from whatever is moved; and keeps what is on the screen where
 * it is, unless the page is at its top, where the most urgent belongs.
 */
function useStillPlace(list: { current: HTMLUListElement | null }, lines: readonly DeskLine[]) {
  const focused = useRef<string | undefined>(undefined)
  const places = useRef(new Map<string, number>())
  useEffect(() => {
    const follow = (event: Event) => {
      const line = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-episode]') : null
      focused.current = line?.dataset.episode
    }
    document.addEventListener('focusin', follow)
    document.addEventListener('pointerdown', follow)
    return () => {
      document.removeEventListener('focusin', follow)
      document.removeEventListener('pointerdown', follow)
    }
  }, [])
  const remember = () => {
    places.current = new Map(linesIn(list.current).map(line => [line.dataset.episode ?? '', topOf(line)]))
  }
  useLayoutEffect(() => {
    const shifts = linesIn(list.current)
      .flatMap(line => {
        const was = places.current.get(line.dataset.episode ?? '') ?? -1
        return was < 0 || was > innerHeight ? [] : [topOf(line) - was]
      })
      .toSorted((a, b) => a - b)
    // Most of what was on the screen says by how much the rest was pushed; a line that was moved itself says nothing.
    const shift = shifts[Math.floor(shifts.length / 2)] ?? 0
    if (scrollY > 0 && Math.abs(shift) > 1) scrollBy({ top: shift, behavior: 'instant' })
    if (focused.current !== undefined && document.activeElement === document.body) {
      linkOf(list.current, focused.current)?.focus({ preventScroll: true })
    }
    remember()
  }, [lines])
  useEffect(() => {
    addEventListener('scroll', remember, { passive: true })
    addEventListener('resize', remember)
    return () => {
      removeEventListener('scroll', remember)
      removeEventListener('resize', remember)
    }
  }, [])
}

const linesIn = (list: HTMLElement | null) => [...(list?.querySelectorAll<HTMLElement>('[data-episode]') ?? [])]
const topOf = (line: HTMLElement) => line.getBoundingClientRect().top
const linkOf = (list: HTMLElement | null, episode: string) =>
  list?.querySelector<HTMLElement>(`[data-episode="${CSS.escape(episode)}"] a`)
