import type {
  AuditInterviewsResponse,
  AuditQuery,
  AuditResponse,
  AuditVerifiedResponse,
  WhoHasSeenResponse,
} from '../../contract/audit.ts'
import { refused } from '../session/ask.ts'

/** Entries that fit, newest first. */
export const askEntries = (query: AuditQuery) => asked<AuditResponse>(`/api/audit${queryOf(query)}`)

/** The newest interviews, or those whose number begins so. */
export const askInterviews = (number: string | undefined) =>
  asked<AuditInterviewsResponse>(`/api/audit/interviews${queryOf({ number })}`)

/** Undefined where there is no such interview. */
export const askWhoHasSeen = (interview: string) =>
  asked<WhoHasSeenResponse>(`/api/audit/interviews/${encodeURIComponent(interview)}`)

export const askVerified = () =>
  asked<AuditVerifiedResponse>('/api/audit/verify', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
  })

async function asked<T>(path: string, init: RequestInit = { headers: { accept: 'application/json' } }) {
  const response = await fetch(path, init)
  if (response.status === 404 || response.status === 400) return undefined
  if (!response.ok) {
    refused(response.status, await response.json().catch(() => ({})))
    throw new Error(`The audit did not come (${response.status}).`)
  }
  return (await response.json()) as T
}

function queryOf(query: Readonly<Record<string, string | number | undefined>>): string {
  const given = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)] as [string, string]],
  )
  return given.length === 0 ? '' : `?${new URLSearchParams(given).toString()}`
}
