import type { KeyObject } from 'node:crypto'
import type { Database } from '../database/openDatabase.ts'
import type { MasterKeys } from './masterKeys.ts'
import { newestName } from './newestName.ts'
import { rotateKeys } from './rotateKeys.ts'
import { newKey } from './seal.ts'
import { unwrappedBy, type WrappedKey, wrap } from './wrap.ts'

/** What a key of the installation is for. Each opens only its own. */
export type KeyUse = 'accounts' | 'names' | 'audit' | 'tokens' | 'practice'

export type { WrappedKey } from './wrap.ts'

/** A master key by its name, and what it is good for now. */
export interface MasterKeyUse {
  name: string
  /** Whether what is wrapped from now on is wrapped with it. */
  newest: boolean
  inFile: boolean
  /** How many keys it wraps. */
  wraps: number
}

/** Every key of this installation. They are kept wrapped by a master key, which is kept outside the database. */
export interface Keys {
  /** The installation's key for one use, made at first need. */
  forUse(use: KeyUse): Promise<KeyObject>
  /**
   * A new key for one episode's words. Destroying it destroys them. To be kept at once: Postgres refuses it (23503) where its
   * master key was retired in between, and then another has to be made.
   */
  makeFor(episode: string): Promise<{ key: KeyObject } & WrappedKey>
  unwrap(owner: string, kept: WrappedKey): Promise<KeyObject>
  /**
   * Makes a new master key, wraps every key with it, and forgets the old one, while servers go on working. Returns how
   * many were wrapped again.
   */
  rotate(): Promise<number>
  /** The master keys, those in the file and those in use. */
  list(): Promise<readonly MasterKeyUse[]>
}

export function createKeys(masters: MasterKeys, { db }: Pick<Database, 'db'>): Keys {
  const uses = new Map<KeyUse, Promise<KeyObject>>()

  async function wrapped(owner: string, key: KeyObject): Promise<WrappedKey> {
    return wrap(owner, key, await masters.named(await newestName(masters, db)))
  }

  async function unwrap(owner: string, { wrapped, master }: WrappedKey): Promise<KeyObject> {
    return unwrappedBy(owner, wrapped, await masters.named(master))
  }

  async function kept(use: KeyUse): Promise<KeyObject> {
    for (;;) {
      const row = await db.selectFrom('installation_keys').selectAll().where('use', '=', use).executeTakeFirst()
      if (row) return unwrap(use, row)
      const made = await wrapped(use, newKey())
      await db
        .insertInto('installation_keys')
        .values({ use, ...made })
        .onConflict(conflict => conflict.doNothing())
        .execute()
        .catch(unlessRetired)
      // Another process may have made it first, or retired the master key: what is kept now says.
    }
  }

  return {
    forUse(use) {
      const found = uses.get(use) ?? kept(use)
      uses.set(use, found)
      found.catch(() => uses.delete(use))
      return found
    },
    async makeFor(episode) {
      const key = newKey()
      return { key, ...(await wrapped(episode, key)) }
    },
    unwrap,
    rotate: () => rotateKeys(masters, db),
    async list() {
      const newest = await newestName(masters, db)
      const inFile = (await masters.all()).map(({ name }) => name)
      const used = await db
        .selectFrom('master_keys')
        .leftJoin(
          each =>
            each
              .selectFrom('episodes')
              .select('master')
              .where('master', 'is not', null)
              .unionAll(each.selectFrom('installation_keys').select('master'))
              .as('wrapped'),
          join => join.onRef('wrapped.master', '=', 'master_keys.name'),
        )
        .select(['master_keys.name', ({ fn }) => fn.count<string>('wrapped.master').as('wraps')])
        .groupBy('master_keys.name')
        .orderBy('master_keys.place', 'desc')
        .execute()
      const wraps = new Map(used.map(each => [each.name, Number(each.wraps)]))
      return [...new Set([...wraps.keys(), ...inFile])].map(name => ({
        name,
        newest: name === newest,
        inFile: inFile.includes(name),
        wraps: wraps.get(name) ?? 0,
      }))
    },
  }
}

function unlessRetired(error: unknown): void {
  if ((error as { code?: string }).code !== '23503') throw error
}
