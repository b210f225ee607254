import { useEffect } from 'preact/hooks'

/** Prints this at the foot of every page: a sheet that comes away from the rest still says whose it is. */
export function usePageFoot(words: string) {
  useEffect(() => {
    const sheet = new CSSStyleSheet()
    sheet.insertRule(`@page { @bottom-left { content: ${cssString(words)} } }`)
    document.adoptedStyleSheets.push(sheet)
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter(each => each !== sheet)
    }
  }, [words])
}

/** Every character but letters and digits escaped, so that no name can end the string. */
const cssString = (text: string) =>
  `"${text.replace(/[^\p{L}\p{N} ]/gu, character => `\\${character.codePointAt(0)?.toString(16)} `)}"`
