import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'

/** Makes a folder and what leads to it. NB: Node's own way (`recursive`) never ends where a parent takes no folders, as /proc. */
export async function makeFolder(path: string, mode: number): Promise<void> {
  try {
    await made(path, mode)
  } catch (error) {
    const isParentMissing = (error as NodeJS.ErrnoException).code === 'ENOENT' && dirname(path) !== path
    if (!isParentMissing) throw error
    await makeFolder(dirname(path), mode)
    await made(path, mode)
  }
}

const made = (path: string, mode: number) =>
  mkdir(path, { mode }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
