/** What an idle watch goes by: given, so that a laptop's sleep can be tried without one. */
export interface IdleServices {
  /** Wall clock, in milliseconds. A timer stands still while a laptop sleeps. */
  now(): number
  /** How long without doing anything, in milliseconds. */
  limit(): number
  /** When something was last done in any tab of this browser. */
  readActive(): number
  keepActive(at: number): void
  onIdle(): void
}

/** Notices that nothing has been done for too long. */
export interface IdleWatch {
  /** Something was done. Answers whether it counts: after too long it does not, and the limit is met instead. */
  active(): boolean
  look(): void
  /** Counting begins afresh, as after unlocking. */
  begin(): void
}

/** Writing down each move of a finger would be too often. */
const apart = 1_000

export function createIdleWatch({ now, limit, readActive, keepActive, onIdle }: IdleServices): IdleWatch {
  let kept = Number.NEGATIVE_INFINITY
  const last = () => Math.max(kept, readActive())
  // A clock that was put back must not keep the page open: whatever lies ahead counts from now.
  const idleFor = () => (last() > now() + apart ? reset() : now() - last())
  const reset = () => {
    kept = now()
    keepActive(kept)
    return 0
  }
  const isIdle = () => idleFor() >= limit()
  return {
    active() {
      if (isIdle()) {
        onIdle()
        return false
      }
      if (idleFor() >= apart) reset()
      return true
    },
    look: () => void (isIdle() && onIdle()),
    begin: () => void reset(),
  }
}
