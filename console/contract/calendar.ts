/** When what comes round is next: dates in London; null where no document names a day. */
export interface CalendarResponse {
  dates: readonly { id: string; on: string | null }[]
}
