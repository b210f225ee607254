import { randomUUID } from 'node:crypto'
import { link, open, rm, stat } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { ExpectedError } from '../database/ExpectedError.ts'

/**
 * Writes a file for its owner alone, whole or not at all, and never over another; it is on the disk when this settles. Returns
 * its size in bytes.
 */
export async function writeNewFile(path: string, content: AsyncIterable<Buffer>): Promise<number> {
  await refuseExisting(path)
  const draft = `${path}.part-${randomUUID()}`
  try {
    const file = await open(draft, 'wx', 0o600)
    try {
      for await (const part of content) await file.writeFile(part)
      await file.sync()
    } finally {
      await file.close()
    }
    await link(draft, path)
    await flushFolder(dirname(path))
    return (await stat(path)).size
  } catch (error) {
    const { code, syscall } = error as NodeJS.ErrnoException
    // Not a system call of ours: what was to be written could not be made.
    if (code === undefined || syscall === undefined) throw error
    if (code === 'EEXIST') await refuseExisting(path)
    throw new ExpectedError(`${resolve(path)} cannot be written (${code}).`)
  } finally {
    await rm(draft, { force: true })
  }
}

/** Said before the work as well as after it. */
export async function refuseExisting(path: string): Promise<void> {
  const isThere = await stat(path).catch(() => undefined)
  if (isThere) throw new ExpectedError(`${resolve(path)} is there already: name a new file.`)
}

async function flushFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  await folder.sync().catch(() => {})
  await folder.close()
}
