import type { Answer, Conversations } from './conversation.ts'

const most = 10_000

/** Which interview a conversation is about, as far as possible without asking the store at each turn. */
export interface OpenConversations {
  interviewOf(conversation: string): Promise<string | undefined>
  /** Told after each turn what was answered. */
  answered(conversation: string, answer: Answer): void
}

/**
 * Remembers conversations while their interview is open: only a closed one can give way to another. Where another process
 * closed it and began anew, the reply is refused as closed, recording nothing, and the next one finds the new interview.
 */
export function openConversations(conversations: Conversations): OpenConversations {
  const open = new Map<string, string>()
  return {
    interviewOf: async conversation => open.get(conversation) ?? conversations.interviewOf(conversation),
    answered(conversation, { data, repeated }) {
      if (repeated) return
      open.delete(conversation)
      if (!data || data.finished) return
      const [oldest] = open.size >= most ? open.keys() : []
      if (oldest !== undefined) open.delete(oldest)
      open.set(conversation, data.interview)
    },
  }
}
