import { useEffect, useState } from 'preact/hooks'
import type { Journal } from '../live/journal.ts'
import type { FactValues } from './caseFacts.ts'

/**
 * What is typed in a form, kept encrypted on this device until it is written: a reload loses nothing. `usual` is what stands in
 * a field until something else is typed; it is not kept.
 */
export function useFormDrafts(journal: Journal, place: string, usual: FactValues) {
  const [typed, setTyped] = useState<FactValues>()
  useEffect(() => {
    let left = false
    void journal.read(place).then(({ drafts }) => {
      const kept = Object.entries(drafts).map(([name, { text = '' }]) => [name, text])
      if (!left) setTyped(now => ({ ...Object.fromEntries(kept), ...now }))
    })
    return () => {
      left = true
    }
  }, [journal, place])
  return {
    ready: typed !== undefined,
    values: { ...usual, ...typed },
    /** Whether anything was typed that is not written yet. */
    hasTyped: Object.keys(typed ?? {}).length > 0,
    change(name: string, text: string) {
      setTyped(now => ({ ...now, [name]: text }))
      // An emptied field is kept as well, or what stood there before would come back.
      void journal.keepDraft(place, name, { text })
    },
    async clear() {
      const names = Object.keys({ ...(await journal.read(place)).drafts, ...typed })
      setTyped({})
      await Promise.all(names.map(name => journal.keepDraft(place, name, undefined)))
    },
  }
}
