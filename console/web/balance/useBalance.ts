import { useMemo } from 'preact/hooks'
import { guideOfVersion } from '../../../dialogs/guide/guide.ts'
import { type Balance, balanceOf } from '../../casework/balance/balanceOf.ts'
import { useCase } from '../case/CaseContext.ts'
import type { CaseConcerns } from '../case/useConcerns.ts'

export interface CaseBalance extends Pick<CaseConcerns, 'interviews' | 'fetching' | 'outside'> {
  balance: Balance
}

/** The balance of the case that is open, as its interviews go on and it is edited. */
export function useBalance(): CaseBalance {
  const { file, found } = useCase()
  const { interviews, fetching, outside } = found
  const balance = useMemo(() => {
    const talks = [...interviews.values()].map(({ events, record }) => ({
      events,
      guide: guideOfVersion(record.guide),
    }))
    return balanceOf(talks, file.balance)
  }, [interviews, file.balance])
  return { balance, interviews, fetching, outside }
}
