import proxyAddr from 'proxy-addr'
import { isLoopback } from './isLoopback.ts'

/** PEM files. */
export interface TlsFiles {
  certFile: string
  keyFile: string
}

/** What the settings say of where this server is reached, and how often by one. */
export interface EdgeSettings {
  host: string
  /** Its own certificate; without one it speaks plain HTTP, to this computer or to a proxy. */
  tls: TlsFiles | undefined
  /** Addresses and ranges whose word is taken on whose request they pass on. */
  trustedProxy: readonly string[]
  /** Where people reach it, unless by this computer's own name. */
  publicUrl: string | undefined
  /** Requests a minute that one address may make. */
  rateLimit: number | 'off'
}

/** Where this server is reached: what decides whom it answers. */
export interface Place {
  /** As a browser writes it in `Origin`. */
  publicOrigin: string | undefined
  /** As a browser writes it in `Host`: with the port, unless that is the usual one. */
  publicHost: string | undefined
  /** Listens to this computer alone, so that this computer's own names lead here. */
  onLoopback: boolean
  /** Speaks TLS itself. */
  tls: boolean
  /** Whether this address is a proxy of ours. */
  isTrusted(address: string | undefined): boolean
}

export function placeOf({ host, tls, trustedProxy, publicUrl }: Omit<EdgeSettings, 'rateLimit'>): Place {
  const url = publicUrl === undefined ? undefined : new URL(publicUrl)
  const trusts = proxyAddr.compile([...trustedProxy])
  return {
    publicOrigin: url?.origin,
    publicHost: url?.host,
    onLoopback: isLoopback(host),
    tls: tls !== undefined,
    isTrusted: address => trustedProxy.length > 0 && address !== undefined && trusts(address, 0),
  }
}
