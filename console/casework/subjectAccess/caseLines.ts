import type { CaseEventBody, RecordedCaseEvent } from '../episode/caseEvents.ts'
import type { NameWords } from '../namesIn.ts'
import type { ExportChoices } from './exportChoices.ts'
import type { ExportLine, Reviewed } from './exportLine.ts'
import { passagesOf } from './passagesOf.ts'
import { toldInCase } from './toldInCase.ts'

/** Each thing a case has about the young person, with when. Words that others said are not in it. */
export function caseLines(
  events: readonly RecordedCaseEvent[],
  isOthersOwn: (body: CaseEventBody) => boolean,
  { names, choices, roleOf, othersWords }: Writing,
): ExportLine<Reviewed>[] {
  const gone = new Set(events.flatMap(({ body }) => (body.type === 'withdrawn' ? [body.event] : [])))
  return events.flatMap(({ id, recordedAt, by, body }) => {
    const told = isOthersOwn(body) ? undefined : toldInCase(body)
    if (!told) return []
    const own = told.words.flatMap(([place, text]) =>
      text === undefined || othersWords.some(theirs => theirs.includes(text)) ? [] : [{ place, text }],
    )
    const line: ExportLine<Reviewed> = {
      event: id,
      field: `case/${body.type}`,
      at: recordedAt,
      by: roleOf(by),
      voice: told.voice,
      stands: !gone.has(id),
      coded: told.coded,
      words: own.map(({ place, text }) => {
        const piece = `${id}/${place}`
        return { piece, as: 'words', passages: passagesOf(piece, text, names, choices) }
      }),
    }
    return [line]
  })
}

interface Writing {
  names: NameWords
  choices: ExportChoices
  roleOf(person: string): string
  othersWords: readonly string[]
}
