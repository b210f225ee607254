import { useEffect, useState } from 'preact/hooks'
import type { Suggestion } from '../../../dialogs/hearing/hear.ts'

/** Proposes coverage from an account. */
export type Hear = (account: string, about: { listenFor: readonly string[] }) => readonly Suggestion[]

/** Where each language's words to hear by are: beside the page's own files, and fetched when they are needed. */
const addresses: Readonly<Record<string, string>> = import.meta.glob('../../../locales/*/hearing.json', {
  query: '?url',
  import: 'default',
  eager: true,
})

const hears = new Map<string, Promise<Hear>>()

/** What hears accounts in this language, once it is here. It comes after the page, which does not wait for it. */
export function useHear(language: string): Hear | undefined {
  const [hear, setHear] = useState<Hear>()
  useEffect(() => {
    let left = false
    const known = hears.get(language) ?? fetchHear(language)
    hears.set(language, known)
    known.then(
      made => !left && setHear(() => made),
      () => hears.delete(language),
    )
    return () => {
      left = true
    }
  }, [language])
  return hear
}

async function fetchHear(language: string): Promise<Hear> {
  const address = addresses[`../../../locales/${language}/hearing.json`]
  // A language without words to hear by proposes nothing.
  if (address === undefined) return () => []
  const [{ hear }, { lexiconFrom }, response] = await Promise.all([
    import('../../../dialogs/hearing/hear.ts'),
    import('../../../dialogs/hearing/lexicon.ts'),
    fetch(address),
  ])
  const lexicon = lexiconFrom(await response.json())
  return (account, about) => hear(lexicon, account, about)
}
