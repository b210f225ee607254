import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { ExpectedError } from '../../records/database/ExpectedError.ts'
import type { Config } from '../config.ts'

/** Settles once it listens; rejects with a sentence where it cannot. */
export function listening(server: Server, { port, host }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(new ExpectedError(whyNot(error.code, port, host)))
    })
    server.listen(port, host, resolve)
  })
}

function whyNot(code: string | undefined, port: number, host: string): string {
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return `HOST ${host} is no address of this computer.`
  const why = code === 'EADDRINUSE' ? 'is in use: stop what listens there' : `cannot be used (${code})`
  return `Port ${port} ${why}, or set PORT to another one.`
}

/** Where people open it. */
export function urlOf(server: Server, { host, publicUrl, tls }: Config): string {
  if (publicUrl !== undefined) return publicUrl
  const { port } = server.address() as AddressInfo
  return `${tls ? 'https' : 'http'}://${host === '::1' ? '[::1]' : host === '127.0.0.1' ? 'localhost' : host}:${port}`
}
