/** What a backup consists of, once opened: for each table its beginning, its rows and its end; then that it is whole. */
export type Frame =
  | { kind: 'table'; name: string; columns: readonly string[] }
  | { kind: 'rows'; bytes: Buffer }
  | { kind: 'end'; rows: number }
  | { kind: 'whole'; tables: number; rows: number; sequences: readonly Sequence[] }

/** Where a sequence had come to, so that it gives no number twice. */
export interface Sequence {
  name: string
  value: string
  called: boolean
}

const longest = 65_536
const rowsMark = 0
const otherMark = 1

/** One byte for what it is, four for its length, and it. */
export function* framed(frame: Frame): Generator<Buffer> {
  if (frame.kind !== 'rows') {
    yield marked(otherMark, Buffer.from(JSON.stringify(frame)))
    return
  }
  for (let at = 0; at < frame.bytes.length; at += longest) {
    yield marked(rowsMark, frame.bytes.subarray(at, at + longest))
  }
}

function marked(mark: number, content: Buffer): Buffer {
  const head = Buffer.alloc(5)
  head.writeUInt8(mark)
  head.writeUInt32BE(content.length, 1)
  return Buffer.concat([head, content])
}

/** The frames of a stream. Throws where it ends within one. */
export async function* framesIn(source: AsyncIterable<Buffer>): AsyncGenerator<Frame> {
  let pending: Buffer = Buffer.alloc(0)
  for await (const part of source) {
    pending = pending.length === 0 ? part : Buffer.concat([pending, part])
    while (pending.length >= 5) {
      const end = 5 + pending.readUInt32BE(1)
      if (pending.length < end) break
      const bytes = pending.subarray(5, end)
      yield pending.readUInt8() === rowsMark ? { kind: 'rows', bytes } : (JSON.parse(bytes.toString()) as Frame)
      pending = pending.subarray(end)
    }
  }
  if (pending.length > 0) throw new Error('A backup ends within a frame.')
}
