import { hash, verify } from '@node-rs/argon2'

/** How passwords are kept: argon2id with what OWASP asks for at least (19 MiB, twice over, one lane). */
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const
const beginsWith = `$argon2id$v=19$m=${parameters.memoryCost},t=${parameters.timeCost},p=${parameters.parallelism}$`

export interface Passwords {
  hashed(password: string): Promise<string>
  /** Whether it is the one that was kept. Takes as long where none was, so that time does not tell which names are known. */
  isRight(kept: string | null | undefined, password: string): Promise<boolean>
  /** Whether it was kept with weaker or other parameters than today's. */
  isOutdated(kept: string): boolean
}

/** The pepper is a key that is not in the database: without it there is nothing to guess against. */
export function createPasswords(pepper: Buffer): Passwords {
  const hashed = (password: string) => hash(password, { ...parameters, secret: pepper })
  const nobodys = hashed('nobody has this password')
  return {
    hashed,
    async isRight(kept, password) {
      const right = await verify(kept ?? (await nobodys), password, { secret: pepper })
      return right && typeof kept === 'string'
    },
    isOutdated: kept => !kept.startsWith(beginsWith),
  }
}
