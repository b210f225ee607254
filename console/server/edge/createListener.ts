import { readFileSync } from 'node:fs'
import { createServer, type Server, type ServerOptions } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import { createSecureContext } from 'node:tls'
import { ExpectedError } from '../../records/database/ExpectedError.ts'
import type { TlsFiles } from './Place.ts'

/** So that nobody holds the server by sending slowly. In milliseconds; a poor connection has a minute for its request. */
const patience: ServerOptions = {
  headersTimeout: 20_000,
  requestTimeout: 60_000,
  // Longer than proxies keep theirs, which is a minute: one that is closed first answers with a fault of the proxy's.
  keepAliveTimeout: 65_000,
  maxHeaderSize: 16_384,
}

/** The server that will listen, over TLS where it has a certificate. Throws before anything else is begun where that is no use. */
export function createListener(tls: TlsFiles | undefined): Server {
  if (tls === undefined) return createServer(patience)
  return createTlsServer({ ...patience, ...pemIn(tls), minVersion: 'TLSv1.2' })
}

function pemIn({ certFile, keyFile }: TlsFiles): { cert: Buffer; key: Buffer } {
  const pem = { cert: contentOf('TLS_CERT_FILE', certFile), key: contentOf('TLS_KEY_FILE', keyFile) }
  try {
    createSecureContext(pem)
    return pem
  } catch {
    // NB: what is wrong with them may quote them.
    throw new ExpectedError(
      'TLS_CERT_FILE and TLS_KEY_FILE cannot be used: they must be a certificate and its own key, without a password, as PEM.',
    )
  }
}

function contentOf(setting: string, file: string): Buffer {
  try {
    return readFileSync(file)
  } catch (error) {
    throw new ExpectedError(`${setting} ${file} cannot be read: ${(error as NodeJS.ErrnoException).code}.`)
  }
}
