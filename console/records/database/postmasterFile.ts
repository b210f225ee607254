import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** What Postgres writes down about itself in its data folder while it runs. */
export interface PostmasterFile {
  pid: number
  socketFolder: string
  ready: boolean
}

/** Undefined where there is none, or an empty one as a power cut leaves it. */
export async function postmasterFile(cluster: string): Promise<PostmasterFile | undefined> {
  const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')
  const [pid, , , , socketFolder, , , status] = text.split('\n')
  const number = Number(pid)
  if (!Number.isInteger(number) || number <= 0) return undefined
  return { pid: number, socketFolder: socketFolder ?? '', ready: status?.trim() === 'ready' }
}
