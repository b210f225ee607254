import { isLoopback } from './isLoopback.ts'
import type { EdgeSettings } from './Place.ts'

/**
 * Why the demo may not be started so; undefined where it may. In the demo anyone can be anyone, a manager and an administrator
 * too: that is for this computer alone, and never for data that people have accounts for.
 */
export function demoRefusal({ host, publicUrl }: EdgeSettings, hasAccounts: boolean): string | undefined {
  const isElsewhere = publicUrl !== undefined && !isLoopback(new URL(publicUrl).hostname.replace(/^\[|\]$/g, ''))
  if (!isLoopback(host) || isElsewhere) {
    return 'In the demo anyone can be anyone, so it is for this computer alone: leave HOST and PUBLIC_URL out, or start without --demo.'
  }
  return hasAccounts
    ? 'There are accounts in this data, and in the demo anyone can be anyone: start without --demo, or set DATA_DIR to a new folder.'
    : undefined
}
