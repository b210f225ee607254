import helmet from 'helmet'

/** Nothing runs, loads or connects that is not ours; no other site may show our pages in a frame. */
export const securityHeaders = () =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        // Some browsers do not count a socket to our own address as 'self'. The Host has been checked by then.
        connectSrc: ["'self'", request => `ws://${request.headers.host}`],
        workerSrc: ["'self'"],
        manifestSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    // Loopback has no TLS to insist on.
    strictTransportSecurity: false,
  })
