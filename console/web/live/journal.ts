import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { RecordedEvent } from '../../../dialogs/record/events.ts'
import type { InterviewSummary } from '../../records/interviews.ts'
import type { Draft } from '../answers/draft.ts'
import type { Pending } from './pending.ts'
import { newKey, type Sealed, seal, unseal } from './seal.ts'

/** What this device keeps of one interview. */
export interface Kept {
  events: readonly RecordedEvent[]
  pending: readonly Pending[]
  drafts: Readonly<Record<string, Draft>>
}

interface Stores extends DBSchema {
  keys: { key: string; value: CryptoKey }
  events: { key: string; value: Sealed }
  pending: { key: [string, number, string]; value: Sealed }
  drafts: { key: [string, string]; value: Sealed }
  lists: { key: string; value: Sealed }
}

/** What this device keeps, encrypted, until the server has it, so that a reload or a lost connection loses nothing. */
export interface Journal {
  read(interview: string): Promise<Kept>
  keepEvents(interview: string, events: readonly RecordedEvent[]): Promise<void>
  /** Nothing that came from the server about it stays on this device. */
  forgetEvents(interview: string): Promise<void>
  keepPending(order: number, pending: Pending): Promise<void>
  dropPending(pending: Pending): Promise<void>
  keepDraft(interview: string, field: string, draft: Draft | undefined): Promise<void>
  keepList(list: readonly InterviewSummary[]): Promise<void>
  readList(): Promise<readonly InterviewSummary[]>
  /** Interviews with turns the server does not have. */
  unsent(): Promise<readonly string[]>
}

/** The journal of one person on this device. Each person has one of their own. */
export async function openJournal(person: string): Promise<Journal> {
  const db = await openDB<Stores>(`return-talk/${person}`, 1, {
    upgrade(fresh) {
      for (const name of ['keys', 'events', 'pending', 'drafts', 'lists'] as const) fresh.createObjectStore(name)
    },
  })
  const key = await keyIn(db)
  const within = (interview: string) => IDBKeyRange.bound([interview], [interview, []])
  // Encrypting takes as long as it takes: without an order an older draft could be written over a newer one.
  let last: Promise<void> = Promise.resolve()
  const inOrder = (write: () => Promise<void>): Promise<void> => {
    const written = last.then(write)
    last = written.catch(() => {})
    return written
  }
  const opened = async <T>(sealed: readonly Sealed[]) => Promise.all(sealed.map(each => unseal<T>(key, each)))

  return {
    async read(interview) {
      const [events, pending, fields, drafts] = await Promise.all([
        db.get('events', interview),
        db.getAll('pending', within(interview)),
        db.getAllKeys('drafts', within(interview)),
        db.getAll('drafts', within(interview)),
      ])
      const words = await opened<Draft>(drafts)
      return {
        events: events ? await unseal<readonly RecordedEvent[]>(key, events) : [],
        pending: await opened<Pending>(pending),
        drafts: Object.fromEntries(fields.map(([, field], index) => [field, words[index] ?? {}])),
      }
    },
    keepEvents: (interview, events) =>
      inOrder(async () => void (await db.put('events', await seal(key, events), interview))),
    forgetEvents: interview => inOrder(() => db.delete('events', interview)),
    async keepPending(order, pending) {
      await db.put('pending', await seal(key, pending), [pending.payload.interview, order, pending.payload.id])
    },
    async dropPending({ payload }) {
      const keys = await db.getAllKeys('pending', within(payload.interview))
      await Promise.all(keys.filter(([, , id]) => id === payload.id).map(each => db.delete('pending', each)))
    },
    keepDraft: (interview, field, draft) =>
      inOrder(async () => {
        if (draft) await db.put('drafts', await seal(key, draft), [interview, field])
        else await db.delete('drafts', [interview, field])
      }),
    async keepList(list) {
      await db.put('lists', await seal(key, list), 'interviews')
    },
    async readList() {
      const kept = await db.get('lists', 'interviews')
      return kept ? unseal<readonly InterviewSummary[]>(key, kept) : []
    },
    async unsent() {
      return [...new Set((await db.getAllKeys('pending')).map(([interview]) => interview))]
    },
  }
}

async function keyIn(db: IDBPDatabase<Stores>): Promise<CryptoKey> {
  const made = await newKey()
  const change = db.transaction('keys', 'readwrite')
  const kept = await change.store.get('journal')
  if (!kept) await change.store.put(made, 'journal')
  await change.done
  return kept ?? made
}
