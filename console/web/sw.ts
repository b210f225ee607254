/** As much of a service worker's world as is used here: the page's own types do not know it. */
interface Waits extends Event {
  waitUntil(work: Promise<unknown>): void
}
interface Fetches extends Waits {
  request: Request
  respondWith(response: Promise<Response>): void
}
interface Worker {
  skipWaiting(): Promise<void>
  clients: {
    claim(): Promise<void>
    matchAll(options: { includeUncontrolled: true }): Promise<readonly { url: string }[]>
  }
  addEventListener(type: 'install' | 'activate', listener: (event: Waits) => void): void
  addEventListener(type: 'fetch', listener: (event: Fetches) => void): void
  addEventListener(type: 'message', listener: (event: Waits & { data: unknown }) => void): void
}
const worker = self as unknown as Worker

// Keeps the page itself, and the words of its languages, so that it opens without a connection. Never anything of /api.
const cacheName = 'return-talk-1'
const shell = '/'
/** Interpreters have a document of their own. */
const documentOf = ({ pathname }: URL) => (pathname === '/script' ? '/script' : shell)

worker.addEventListener('install', event => {
  event.waitUntil(keepDocuments())
  void worker.skipWaiting()
})

worker.addEventListener('activate', event => event.waitUntil(worker.clients.claim()))

// What the page had loaded before this worker was there.
worker.addEventListener('message', event => {
  if (!Array.isArray(event.data)) return
  const ours = event.data.filter((each): each is string => typeof each === 'string' && isKept(new URL(each)))
  event.waitUntil(Promise.all(ours.map(keepOnce)))
})

worker.addEventListener('fetch', event => {
  const { request } = event
  const url = new URL(request.url)
  // Nor its pages, as on the way through single sign-on: one of those would be kept as the page itself.
  if (request.method !== 'GET' || url.pathname.startsWith('/api/')) return
  if (request.mode === 'navigate') event.respondWith(freshOr(documentOf(url), request))
  else if (!isKept(url)) return
  // A file's name changes with what is in it.
  else if (url.pathname.startsWith('/assets/')) event.respondWith(keptOr(request))
  else event.respondWith(freshOr(url.href, request))
})

/** The documents of the pages that are open: an interpreter's phone has no use for the practitioners' one. */
async function keepDocuments(): Promise<void> {
  const pages = await worker.clients.matchAll({ includeUncontrolled: true })
  const documents = new Set(pages.map(({ url }) => documentOf(new URL(url))))
  await (await caches.open(cacheName)).addAll([...documents])
}

async function keepOnce(url: string): Promise<void> {
  const cache = await caches.open(cacheName)
  // One that fails is kept when it is next asked for.
  if (!(await cache.match(url))) await cache.add(url).catch(() => {})
}

const isKept = (url: URL) =>
  url.origin === location.origin && (url.pathname.startsWith('/assets/') || url.pathname.startsWith('/locales/'))

async function keptOr(request: Request): Promise<Response> {
  const cache = await caches.open(cacheName)
  return (await cache.match(request)) ?? kept(request.url, await fetch(request))
}

async function freshOr(key: string, request: Request): Promise<Response> {
  try {
    return await kept(key, await fetch(request))
  } catch (error) {
    const last = await (await caches.open(cacheName)).match(key)
    if (!last) throw error
    return last
  }
}

async function kept(key: string, response: Response): Promise<Response> {
  if (response.ok) await (await caches.open(cacheName)).put(key, response.clone())
  return response
}
