import type { RequestHandler } from 'express'
import helmet from 'helmet'
import { type Arrival, ownOrigin } from './edge/ownOrigin.ts'
import type { Place } from './edge/Place.ts'

/** What a browser must not let a page do, even one of ours that went wrong: nothing here listens, looks or pays. */
const never = [
  'accelerometer',
  'autoplay',
  'bluetooth',
  'browsing-topics',
  'camera',
  'display-capture',
  'encrypted-media',
  'geolocation',
  'gyroscope',
  'hid',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'screen-wake-lock',
  'serial',
  'usb',
  'xr-spatial-tracking',
]
/** What our own pages alone may ask for: passkeys, to sign in. */
const ours = ['publickey-credentials-create', 'publickey-credentials-get']
const permissions = [...never.map(name => `${name}=()`), ...ours.map(name => `${name}=(self)`)].join(', ')

const aYear = 365 * 24 * 60 * 60

/** Nothing runs, loads or connects that is not ours; no other site may show our pages in a frame. */
export function securityHeaders(place: Place): RequestHandler {
  const byHelmet = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        // Some browsers do not count a socket to our own address as 'self'.
        connectSrc: ["'self'", request => socketsTo(ownOrigin(request as Arrival, place))],
        workerSrc: ["'self'"],
        manifestSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    xFrameOptions: { action: 'deny' },
    // Loopback has no name to insist on: every other program on this computer has the same one.
    strictTransportSecurity: isPublic(place) ? { maxAge: aYear, includeSubDomains: true } : false,
  })
  return (request, response, next) => {
    response.setHeader('Permissions-Policy', permissions)
    byHelmet(request, response, next)
  }
}

const socketsTo = (origin: string | undefined) => origin?.replace(/^http/, 'ws') ?? "'self'"

const isPublic = ({ publicOrigin }: Place) =>
  publicOrigin?.startsWith('https:') === true && !/^https:\/\/(localhost|127\.|\[::1\])/.test(publicOrigin)
