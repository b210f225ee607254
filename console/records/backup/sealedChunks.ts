import { createCipheriv, createDecipheriv, type KeyObject } from 'node:crypto'

const cipher = 'aes-256-gcm'
const chunkBytes = 65_536
const tagBytes = 16

/**
 * A stream of any length encrypted in chunks (AES-256-GCM). Each is authentic by its place, by whether it is the last, and by
 * what it is about: none can be changed, moved, left out or cut off. NB: the key must never have been used for another stream,
 * because the nonces are the numbers of the chunks.
 */
export async function* sealChunks(
  source: AsyncIterable<Buffer>,
  key: KeyObject,
  about: Buffer,
): AsyncGenerator<Buffer> {
  for await (const { chunk, nonce } of numbered(source, chunkBytes)) {
    const encryption = createCipheriv(cipher, key, nonce).setAAD(about)
    const sealed = encryption.update(chunk)
    yield Buffer.concat([sealed, encryption.final(), encryption.getAuthTag()])
  }
}

/** What was sealed, each chunk as soon as it has been found authentic. Throws at the first that is not. */
export async function* openChunks(
  source: AsyncIterable<Buffer>,
  key: KeyObject,
  about: Buffer,
): AsyncGenerator<Buffer> {
  for await (const { chunk, nonce } of numbered(source, chunkBytes + tagBytes)) {
    if (chunk.length < tagBytes) throw new NotAuthentic()
    const decryption = createDecipheriv(cipher, key, nonce, { authTagLength: tagBytes }).setAAD(about)
    decryption.setAuthTag(chunk.subarray(chunk.length - tagBytes))
    const text = decryption.update(chunk.subarray(0, chunk.length - tagBytes))
    try {
      decryption.final()
    } catch {
      throw new NotAuthentic()
    }
    yield text
  }
}

/** It was changed, cut short, or sealed with another key. */
export class NotAuthentic extends Error {
  override name = 'NotAuthentic'
}

/** Chunks of one size, the last of them shorter or as long, each with its nonce: its number, and whether it is the last. */
async function* numbered(
  source: AsyncIterable<Buffer>,
  size: number,
): AsyncGenerator<{ chunk: Buffer; nonce: Buffer }> {
  let number = 0
  let pending: Buffer = Buffer.alloc(0)
  for await (const part of source) {
    pending = pending.length === 0 ? part : Buffer.concat([pending, part])
    while (pending.length > size) {
      yield { chunk: pending.subarray(0, size), nonce: nonceOf(number++, false) }
      pending = pending.subarray(size)
    }
  }
  yield { chunk: pending, nonce: nonceOf(number, true) }
}

function nonceOf(number: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12)
  nonce.writeBigUInt64BE(BigInt(number), 3)
  nonce.writeUInt8(isLast ? 1 : 0, 11)
  return nonce
}
