import { openTables } from '../../console/records/database/openTables.ts'
import { createKeys } from '../../console/records/keys/createKeys.ts'
import { masterKeyPlace, openMasterKeys } from '../../console/records/keys/masterKeys.ts'
import { createTokens, type Tokens } from '../../console/server/identity/tokens.ts'

/** The tokens of the program that keeps its data in this folder, with the key it signs them with. */
export async function tokensIn(dataDir: string): Promise<Tokens> {
  return createTokens(await tokenKeyOf(dataDir))
}

export async function tokenKeyOf(dataDir: string): Promise<Uint8Array> {
  const { database, close } = await openTables({ dataDir, join: true })
  try {
    const keys = createKeys(await openMasterKeys(masterKeyPlace({ dataDir })), database)
    return (await keys.forUse('tokens')).export()
  } finally {
    await close()
  }
}
