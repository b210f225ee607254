import { z } from 'zod'
import type { Span } from '../namesIn.ts'

const Part = {
  piece: z.string().min(1).max(100).describe('Event and place: words are never changed, so their places stay.'),
  from: z.int().min(0).max(20_000),
  to: z.int().min(1).max(20_000),
}
const Reason = z.string().trim().min(3).max(2_000)

/** What someone decided about single passages, in the order they did. */
export const ExportChoices = z.strictObject({
  leftOut: z.array(z.strictObject(Part)).max(2_000),
  putBack: z.array(z.strictObject({ ...Part, reason: Reason })).max(2_000),
})
export type ExportChoices = z.infer<typeof ExportChoices>

export const noChoices: ExportChoices = { leftOut: [], putBack: [] }

const isSomething = ({ from, to }: Span) => from < to

export const ExportChange = z.discriminatedUnion('do', [
  z.strictObject({
    do: z.literal('leave-out'),
    parts: z.array(z.strictObject(Part).refine(isSomething)).min(1).max(500),
  }),
  z.strictObject({ do: z.literal('put-back'), ...Part, reason: Reason }).refine(isSomething),
])
export type ExportChange = z.infer<typeof ExportChange>

/** The choices with one more. What is put back is not left out by an earlier one, and the other way round. */
export function withChange({ leftOut, putBack }: ExportChoices, change: ExportChange): ExportChoices {
  if (change.do === 'leave-out') {
    return change.parts.reduce(
      (all, part) => ({
        leftOut: [...apartFrom(all.leftOut, part), widest(all.leftOut, part)],
        putBack: apartFrom(all.putBack, part),
      }),
      { leftOut, putBack },
    )
  }
  const { do: _, ...part } = change
  return { leftOut: apartFrom(leftOut, part), putBack: [...apartFrom(putBack, part), part] }
}

type Placed = Span & { piece: string }

const apartFrom = <Each extends Placed>(all: readonly Each[], part: Placed): Each[] =>
  all.filter(each => each.piece !== part.piece || each.to <= part.from || part.to <= each.from)

/** With all that it overlaps, so that nothing that was left out shows again. */
function widest(leftOut: ExportChoices['leftOut'], part: Placed) {
  const over = leftOut.filter(each => each.piece === part.piece && each.from < part.to && part.from < each.to)
  return {
    piece: part.piece,
    from: Math.min(part.from, ...over.map(({ from }) => from)),
    to: Math.max(part.to, ...over.map(({ to }) => to)),
  }
}
