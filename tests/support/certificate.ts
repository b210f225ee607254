import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generate } from 'selfsigned'

export interface Certificate {
  cert: string
  key: string
  certFile: string
  keyFile: string
  /** Deletes the files. */
  remove(): void
}

/** A certificate that nobody has signed, for these names, and its files. */
export function certificateFor(...names: readonly string[]): Certificate {
  const folder = mkdtempSync(join(tmpdir(), 'return-talk-tls-'))
  const altNames = names.map(value => (/^[\d.]+$/.test(value) ? { type: 7, ip: value } : { type: 2, value }))
  const { cert, private: key } = generate([{ name: 'commonName', value: names[0] ?? '' }], {
    days: 2,
    keySize: 2048,
    algorithm: 'sha256',
    // Its own authority, so that a client that trusts it can check it.
    extensions: [
      { name: 'basicConstraints', cA: true },
      { name: 'subjectAltName', altNames },
    ],
  })
  const [certFile, keyFile] = [join(folder, 'cert.pem'), join(folder, 'key.pem')]
  writeFileSync(certFile, cert)
  writeFileSync(keyFile, key, { mode: 0o600 })
  return { cert, key, certFile, keyFile, remove: () => rmSync(folder, { recursive: true, force: true }) }
}
