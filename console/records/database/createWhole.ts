import { randomUUID } from 'node:crypto'
import { link, rm, writeFile } from 'node:fs/promises'

/**
 * Makes a file for its owner alone, whole or not at all: nobody can read half of it, and of two who make it the first wins.
 * False where it is there already. `flush`: its content is on the disk then.
 */
export async function createWhole(path: string, content: string, flush = false): Promise<boolean> {
  const draft = `${path}.${randomUUID()}`
  try {
    await writeFile(draft, content, { mode: 0o600, flush })
    await link(draft, path)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  } finally {
    await rm(draft, { force: true })
  }
}
