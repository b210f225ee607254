import { execFileSync, spawnSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { ExpectedError } from './ExpectedError.ts'
import type { PostgresBinaries } from './postgresBinaries.ts'

export interface Owner {
  uid: number
  gid: number
}

/** How Postgres is run: it refuses to be root. */
export interface RunAs {
  /** Who its files must belong to; undefined where that is whoever runs Return Talk. */
  owner?: Owner
  /** The user to switch to before running the command. */
  user?: Owner
  command(binary: string, args: readonly string[]): [file: string, args: readonly string[]]
}

const plain: RunAs['command'] = (binary, args) => [binary, args]

/**
 * As an ordinary user: as that user. As root: as whoever the folder was given to before, else as `nobody`, else as who owns
 * a folder on the way to it, where they can reach program and folder; else as nobody to itself only, in a user namespace,
 * while the files stay root's.
 */
export function runAs(binaries: PostgresBinaries, folder: string): RunAs {
  if (process.getuid?.() !== 0) return { command: plain }
  for (const user of [ownerOf(folder), nobody(), ...ownersAbove(folder)]) {
    if (user && user.uid !== 0 && isKnown(user) && canEnter(user, folder) && runs({ user, command: plain }, binaries)) {
      return { owner: user, user, command: plain }
    }
  }
  const inside: RunAs = { owner: { uid: 0, gid: 0 }, command: inNamespace }
  if (runs(inside, binaries)) return inside
  throw new ExpectedError(
    `Postgres does not run as root, the user nobody cannot reach ${resolve(folder)} or ${dirname(binaries.postgres)}, and user namespaces are off: run Return Talk as an ordinary user, or set DATABASE_URL.`,
  )
}

const inNamespace: RunAs['command'] = (binary, args) => [
  'unshare',
  ['-U', '--map-user=65534', '--map-group=65534', binary, ...args],
]

function runs(as: RunAs, { postgres }: PostgresBinaries): boolean {
  const [file, args] = as.command(postgres, ['--version'])
  return spawnSync(file, args, { ...as.user, cwd: '/', stdio: 'ignore' }).status === 0
}

/** Whether every folder on the way lets this user through. */
function canEnter({ uid, gid }: Owner, folder: string): boolean {
  return foldersAbove(folder).every(path => {
    const found = statSync(path)
    const bit = found.uid === uid ? 0o100 : found.gid === gid ? 0o010 : 0o001
    return (found.mode & bit) !== 0
  })
}

/** A home closed to everyone else lets its owner in. */
const ownersAbove = (folder: string): Owner[] => foldersAbove(folder).map(ownerOf)

function foldersAbove(folder: string): string[] {
  const above = dirname(resolve(folder))
  return above === dirname(above) ? [above] : [above, ...foldersAbove(above)]
}

/** Postgres asks for its own user's name. */
const isKnown = ({ uid }: Owner) => spawnSync('id', ['-un', String(uid)], { stdio: 'ignore' }).status === 0

const ownerOf = (folder: string): Owner => statSync(folder)

function nobody(): Owner | undefined {
  try {
    const id = (flag: string) => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8', stdio: 'pipe' }))
    return { uid: id('-u'), gid: id('-g') }
  } catch {
    return undefined
  }
}
