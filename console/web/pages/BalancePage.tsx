import { useRoute } from 'preact-iso'
import type { Balance } from '../../casework/balance/balanceOf.ts'
import { changedSince } from '../../casework/balance/changedSince.ts'
import { toldToChild } from '../../casework/balance/toldToChild.ts'
import { mightGoViews, scalesOf } from '../../casework/balance/viewsOf.ts'
import { BalanceColumns } from '../balance/BalanceColumns.tsx'
import { MightGo } from '../balance/MightGo.tsx'
import { Picture } from '../balance/Picture.tsx'
import { Scales } from '../balance/Scales.tsx'
import { useBalance } from '../balance/useBalance.ts'
import { useFieldWords } from '../balance/useFieldWords.ts'
import { useCase } from '../case/CaseContext.ts'
import { InCase, NoConnection } from '../case/InCase.tsx'
import { useTellPrinted } from '../record/useTellPrinted.ts'
import { useApp } from '../session/AppContext.ts'
import { Page } from '../shared/Page.tsx'
import { dayAndTime } from '../words/timeWords.ts'

/** The balance of one missing episode: three columns, two numbers, whose view, and the episode beside earlier ones. */
export function BalancePage() {
  const episode = useRoute().params.id ?? ''
  return (
    <InCase key={episode} episode={episode}>
      <OneBalance />
    </InCase>
  )
}

function OneBalance() {
  const { say } = useApp()
  const { open, file } = useCase()
  const { balance, interviews, fetching, outside } = useBalance()
  const fieldWords = useFieldWords(interviews)
  useTellPrinted(...file.interviews)
  const { worriesLeft } = toldToChild(balance)
  const records = [...interviews.values()].map(({ record }) => record)
  return (
    <Page title={say('balance/of', { who: file.calledAs ?? say('list/not-named') })}>
      <NoConnection />
      <p class="govuk-body no-print">{say('balance/what-it-is')}</p>
      <div class="case-form__buttons no-print">
        <a class="button button--quiet" href={`/cases/${open.episode}`}>
          {say('balance/back')}
        </a>
        <a class="button" href={`/cases/${open.episode}/balance/tell`}>
          {say('tell/go')}
        </a>
        <button type="button" class="button button--quiet" onClick={() => print()}>
          {say('balance/print')}
        </button>
      </div>
      <ToldBack balance={balance} />
      {outside && <p class="notice">{say('balance/not-here')}</p>}
      {file.interviews.length === 0 && <p class="notice">{say('balance/no-interview')}</p>}
      {fetching || !fieldWords ? (
        <p class="govuk-body" role="status">
          {say('balance/fetching')}
        </p>
      ) : (
        <>
          {worriesLeft > 0 && <p class="govuk-body no-print">{say('balance/worries-left', { number: worriesLeft })}</p>}
          <BalanceColumns balance={balance} fieldWords={fieldWords} />
          <Scales marks={scalesOf(records, file.balance)} />
          <MightGo views={mightGoViews(records, file.balance)} />
          <Picture interviews={interviews} fieldWords={fieldWords} />
        </>
      )}
    </Page>
  )
}

/** What the young person said to it the last time it was told back. */
function ToldBack({ balance }: { balance: Balance }) {
  const { say, language } = useApp()
  const { file, events } = useCase()
  const last = file.toldBack.findLast(({ what }) => what === 'balance')
  if (!last) return null
  return (
    <div class="balance__told-back">
      <p>
        {say('event/toldBack')}: {say(`told-back/${last.answer}`)}, {dayAndTime(last.at, language)}
      </p>
      {last.words && (
        <q class="timeline__words" dir="auto">
          {last.words}
        </q>
      )}
      {changedSince(last.event, events, balance) && <p>{say('balance/changed-since-told')}</p>}
    </div>
  )
}
