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

/** For TLS 1.2: forward secret and authenticated ones alone. Those of TLS 1.3 all are. */
const ciphers = [
  'TLS_AES_256_GCM_SHA384',
  'TLS_CHACHA20_POLY1305_SHA256',
  'TLS_AES_128_GCM_SHA256',
  'ECDHE-ECDSA-AES256-GCM-SHA384',
  'ECDHE-RSA-AES256-GCM-SHA384',
  'ECDHE-ECDSA-CHACHA20-POLY1305',
  'ECDHE-RSA-CHACHA20-POLY1305',
  'ECDHE-ECDSA-AES128-GCM-SHA256',
  'ECDHE-RSA-AES128-GCM-SHA256',
].join(':')

/** The server that will listen, over TLS where it has a certificate. Throws before anything else is begun where that is no use. */
export function createListener(tls: TlsFiles | undefined): Server {
  if (tls === undefined) return createServer(patience)
  return createTlsServer({ ...patience, ...pemIn(tls), minVersion: 'TLSv1.2', ciphers, honorCipherOrder: true })
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
