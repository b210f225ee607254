import { useApp } from '../session/AppContext.ts'

export function CancelButton({ onCancel }: { onCancel: () => void }) {
  const { say } = useApp()
  return (
    <button type="button" class="button button--quiet" onClick={onCancel}>
      {say('field/cancel')}
    </button>
  )
}
