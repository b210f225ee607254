import { randomUUID } from 'node:crypto'
import { link, readFile, rename, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { createWhole } from './createWhole.ts'
import { ExpectedError } from './ExpectedError.ts'
import { makeFolder } from './makeFolder.ts'
import { isAlive, startOf } from './processes.ts'

export type Lock<T> = { taken: true; release(): Promise<void> } | { taken: false; instead: T }

/**
 * Takes the data folder for this process. One that is held by a live process is refused with a sentence, or answered with
 * `instead`. What a killed process left is taken over; its process number and start time tell whether it is alive.
 * NB: processes that cannot see each other, as in two containers on one volume, are not kept apart.
 */
export async function lockDataFolder<T>(dataDir: string, instead?: () => Promise<T>): Promise<Lock<T>> {
  await makeFolder(dataDir, 0o711).catch(error => {
    throw new ExpectedError(`The data folder ${resolve(dataDir)} cannot be made (${error.code}): set DATA_DIR.`)
  })
  const path = join(dataDir, 'return-talk.lock')
  const mine = `${process.pid} ${startOf(process.pid) ?? ''}`
  for (;;) {
    const isMine = await createWhole(path, mine).catch(error => {
      throw new ExpectedError(`The data folder ${resolve(dataDir)} cannot be written to (${error.code}): set DATA_DIR.`)
    })
    if (isMine) return { taken: true, release: () => released(path, mine) }
    const theirs = await contentOf(path)
    if (theirs === undefined) continue
    const holder = holderOf(theirs)
    if (holder !== undefined) {
      if (instead) return { taken: false, instead: await instead() }
      throw new ExpectedError(
        `The data folder ${resolve(dataDir)} is in use by Return Talk, process ${holder}: stop that one first, or set DATA_DIR to another folder.`,
      )
    }
    await removeStale(path, theirs)
  }
}

function holderOf(lock: string): number | undefined {
  const [pid, ...start] = lock.split(' ')
  const number = Number(pid)
  return isAlive(number) && startOf(number) === start.join(' ') ? number : undefined
}

/** Moved aside before it is removed, so that a lock taken by another process in between is put back. */
async function removeStale(path: string, stale: string): Promise<void> {
  const aside = `${path}.${randomUUID()}`
  try {
    await rename(path, aside)
  } catch {
    return
  }
  if ((await contentOf(aside)) !== stale) await link(aside, path).catch(() => {})
  await rm(aside, { force: true })
}

async function released(path: string, mine: string): Promise<void> {
  if ((await contentOf(path)) === mine) await rm(path, { force: true })
}

const contentOf = (path: string) => readFile(path, 'utf8').catch(() => undefined)
