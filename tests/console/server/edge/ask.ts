import { type IncomingHttpHeaders, type RequestOptions, request } from 'node:http'
import { request as requestTls } from 'node:https'
import type { AddressInfo, Server } from 'node:net'

export interface Answered {
  status: number
  headers: IncomingHttpHeaders
  body: string
}

/** A request with what fetch would not let its caller say: Host, Origin, the address it comes from, the certificate. */
export function ask(
  url: string,
  {
    body,
    ...options
  }: RequestOptions & { body?: string; ca?: string; servername?: string; maxVersion?: 'TLSv1.1' } = {},
): Promise<Answered> {
  const send = url.startsWith('https:') ? requestTls : request
  return new Promise((resolve, reject) => {
    const sent = send(url, { agent: false, ...options }, response => {
      const chunks: Buffer[] = []
      response.on('data', chunk => chunks.push(chunk))
      response.on('end', () => {
        const { statusCode = 0, headers } = response
        resolve({ status: statusCode, headers, body: Buffer.concat(chunks).toString() })
      })
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

/** Listens on a free port of this computer, and answers with it. */
export async function portOf(server: Server): Promise<number> {
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}
