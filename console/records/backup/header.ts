import { hash } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'
import { resolve } from 'node:path'
import { z } from 'zod'
import { ExpectedError } from '../database/ExpectedError.ts'

/** What can be read of a backup without its key. Nothing of it can be changed unseen: every chunk is about it. */
export type Header = z.infer<typeof Header>
export const Header = z.object({
  id: z.uuid(),
  /** The migrations of the database it was made from. */
  schema: z.array(z.string()),
  madeAt: z.iso.datetime(),
  /** The master keys that wrap what is in it: more than one only where a rotation was cut off before. The last wraps its key. */
  masters: z.array(z.string()).min(1),
  /** Its own key, wrapped, in base64. */
  key: z.base64(),
})

const firstLine = 'return-talk backup 1\n'
const longest = 65_536

export const headerBytes = (header: Header) => Buffer.from(`${firstLine}${JSON.stringify(header)}\n`)

/** What every chunk is tied to. */
export const aboutHeader = (bytes: Buffer) => hash('sha256', bytes, 'buffer')

/** Whose the wrapped key is. */
export const ownerOf = (id: string) => `backup ${id}`

/** The header of a backup file, as bytes too. Throws an ExpectedError where it is none. */
export async function readHeader(path: string): Promise<{ header: Header; bytes: Buffer }> {
  const file = await open(path, 'r').catch((error: NodeJS.ErrnoException) => {
    throw new ExpectedError(`The backup ${resolve(path)} cannot be read (${error.code}).`)
  })
  try {
    const bytes = await beginningOf(file)
    const end = bytes.indexOf('\n', firstLine.length) + 1
    const isOurs = end > 0 && bytes.subarray(0, firstLine.length).equals(Buffer.from(firstLine))
    const header = isOurs ? parsed(bytes.toString('utf8', firstLine.length, end)) : undefined
    if (!header) throw new ExpectedError(`${resolve(path)} is no backup that this version of Return Talk can read.`)
    return { header, bytes: bytes.subarray(0, end) }
  } finally {
    await file.close()
  }
}

async function beginningOf(file: FileHandle): Promise<Buffer> {
  const bytes = Buffer.alloc(longest)
  let length = 0
  for (;;) {
    const { bytesRead } = await file.read(bytes, length, longest - length, length)
    if (bytesRead === 0) return bytes.subarray(0, length)
    length += bytesRead
  }
}

function parsed(json: string): Header | undefined {
  try {
    return Header.safeParse(JSON.parse(json)).data
  } catch {
    return undefined
  }
}
