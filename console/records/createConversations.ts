import type { Database } from './database/openDatabase.ts'

/** Which interview a channel's conversation is about: the newest one linked to it. */
export interface Conversations {
  interviewOf(conversation: string): Promise<string | undefined>
  link(conversation: string, interview: string): Promise<void>
}

export function createConversations({ db }: Database): Conversations {
  return {
    async interviewOf(conversation) {
      const row = await db
        .selectFrom('conversations')
        .select('interview')
        .where('key', '=', conversation)
        .executeTakeFirst()
      return row?.interview
    },
    async link(conversation, interview) {
      await db
        .insertInto('conversations')
        .values({ key: conversation, interview })
        .onConflict(conflict => conflict.column('key').doUpdateSet({ interview }))
        .execute()
    },
  }
}
