export interface Part {
  text: string
  isMarked: boolean
}

/** What was said in parts, with the words that a code went by marked where they first stand. All of it marked is none of it. */
export function highlighted(text: string, words: readonly string[]): Part[] {
  const marks = words.flatMap(each => {
    const from = each === '' || each.length === text.length ? -1 : text.indexOf(each)
    return from < 0 ? [] : [{ from, to: from + each.length }]
  })
  const isMarkedAt = (place: number) => marks.some(({ from, to }) => place >= from && place < to)
  const ends = new Set([0, ...marks.flatMap(({ from, to }) => [from, to]), text.length])
  const borders = [...ends].toSorted((a, b) => a - b)
  const parts: Part[] = []
  for (const [place, to] of borders.entries()) {
    const from = borders[place - 1]
    if (from === undefined) continue
    const isMarked = isMarkedAt(from)
    const last = parts.at(-1)
    if (last?.isMarked === isMarked) last.text += text.slice(from, to)
    else parts.push({ text: text.slice(from, to), isMarked })
  }
  return parts
}
