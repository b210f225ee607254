import { generate } from 'lean-qr'
import { useMemo } from 'preact/hooks'
import { useApp } from '../session/AppContext.ts'

const margin = 4

/** The square an authenticator app, or an interpreter's phone, scans. Drawn here: what is in it is a secret. */
export function ScanSquare({ uri, label }: { uri: string; label?: string }) {
  const { say } = useApp()
  const { path, size } = useMemo(() => drawn(uri), [uri])
  return (
    <svg class="scan" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label ?? say('totp/square')}>
      <path d={path} />
    </svg>
  )
}

function drawn(uri: string): { path: string; size: number } {
  const square = generate(uri)
  const places = Array.from({ length: square.size }, (_, place) => place)
  const dark = places.flatMap(y =>
    places.filter(x => square.get(x, y)).map(x => `M${x + margin} ${y + margin}h1v1h-1z`),
  )
  return { path: dark.join(''), size: square.size + 2 * margin }
}
