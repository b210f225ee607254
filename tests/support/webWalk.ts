/** A browser without a screen: follows addresses one at a time and keeps each site's cookies. */
export interface WebWalk {
  /** Asks for it, and does not go on by itself. */
  get(url: string): Promise<Step>
  post(url: string, form: Record<string, string>): Promise<Step>
  /** What is kept for a site's address: to be looked at, put back or taken away. */
  cookies: Map<string, Map<string, string>>
}

export interface Step {
  url: string
  status: number
  /** Where it leads: by a redirect, or by a page that goes on by itself. */
  to: string | undefined
  text: string
  headers: Headers
}

export function webWalk(): WebWalk {
  const cookies: WebWalk['cookies'] = new Map()

  async function ask(url: string, init: RequestInit): Promise<Step> {
    const { origin } = new URL(url)
    const kept = cookies.get(origin) ?? new Map<string, string>()
    cookies.set(origin, kept)
    const cookie = [...kept].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(url, {
      redirect: 'manual',
      ...init,
      headers: { 'sec-fetch-site': 'same-origin', ...(cookie ? { cookie } : {}) },
    })
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (value === '' || /expires=Thu, 01 Jan 1970/i.test(line)) kept.delete(name)
      else kept.set(name, value)
    }
    const text = await response.text()
    const refresh = /http-equiv="refresh" content="0;url=([^"]+)"/.exec(text)?.[1]?.replaceAll('&amp;', '&')
    const to = response.headers.get('location') ?? refresh
    return {
      url,
      status: response.status,
      to: to === undefined ? undefined : new URL(to, url).href,
      text,
      headers: response.headers,
    }
  }

  return {
    cookies,
    get: url => ask(url, {}),
    post: (url, form) => ask(url, { method: 'POST', body: new URLSearchParams(form) }),
  }
}
