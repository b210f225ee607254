import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openChunks, sealChunks } from '../../../../console/records/backup/sealedChunks.ts'
import { newKey } from '../../../../console/records/keys/seal.ts'

const chunk = 65_536
const sealedChunk = chunk + 16
const key = newKey()
const about = Buffer.from('about')

async function* inParts(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}
async function all(parts: AsyncIterable<Buffer>): Promise<Buffer> {
  const read: Buffer[] = []
  for await (const part of parts) read.push(part)
  return Buffer.concat(read)
}
const sealed = (bytes: Buffer, size = 10_000) => all(sealChunks(inParts(bytes, size), key, about))
const opened = (bytes: Buffer, size = 10_000, by = key, of = about) => all(openChunks(inParts(bytes, size), by, of))

describe('sealChunks', () => {
  it.each([0, 1, chunk - 1, chunk, chunk + 1, 2 * chunk, 5 * chunk + 7])('gives %i bytes back', async length => {
    const bytes = randomBytes(length)
    for (const size of [1_000, chunk, 1_000_000]) expect(await opened(await sealed(bytes, size), 70_001)).toEqual(bytes)
  })

  it('is refused by another key, and about something else', async () => {
    const bytes = await sealed(randomBytes(100))
    await expect(opened(bytes, 50, newKey())).rejects.toThrow()
    await expect(opened(bytes, 50, key, Buffer.from('other'))).rejects.toThrow()
  })

  it('is refused cut short anywhere, also between chunks', async () => {
    const bytes = await sealed(randomBytes(3 * chunk))
    expect(bytes).toHaveLength(3 * sealedChunk)
    const cuts = [0, 1, 15, 16, sealedChunk - 1, sealedChunk, sealedChunk + 1, 2 * sealedChunk, 3 * sealedChunk - 1]
    for (const cut of cuts) await expect(opened(bytes.subarray(0, cut)), `${cut}`).rejects.toThrow()
  })

  it('is refused with chunks in another order, one left out, one twice, or anything after the last', async () => {
    const bytes = await sealed(randomBytes(4 * chunk))
    const at = (place: number) => bytes.subarray(place * sealedChunk, (place + 1) * sealedChunk)
    for (const order of [[1, 0, 2, 3], [0, 2, 1, 3], [0, 1, 3], [1, 2, 3], [0, 0, 1, 2, 3], [0, 1, 2, 3, 3], [3]]) {
      await expect(opened(Buffer.concat(order.map(at))), order.join()).rejects.toThrow()
    }
    await expect(opened(Buffer.concat([bytes, Buffer.alloc(1)]))).rejects.toThrow()
  })

  it('is refused with any one bit changed', async () => {
    const bytes = await sealed(randomBytes(chunk + 5_000))
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length * 8 - 1), async bit => {
        const changed = Buffer.from(bytes)
        changed.writeUInt8(changed.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3)
        await expect(opened(changed)).rejects.toThrow()
      }),
    )
  })

  it('gives nothing of a chunk before it was found authentic', async () => {
    const bytes = await sealed(randomBytes(2 * chunk))
    bytes.writeUInt8(bytes.readUInt8(sealedChunk) ^ 1, sealedChunk)
    const parts: Buffer[] = []
    const reading = async () => {
      for await (const part of openChunks(inParts(bytes, 1_000), key, about)) parts.push(part)
    }
    await expect(reading()).rejects.toThrow()
    expect(parts).toHaveLength(1)
  })
})
