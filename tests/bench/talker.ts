import { randomUUID } from 'node:crypto'
import { Agent, request } from 'node:http'
import { z } from 'zod'

const Replies = z.object({
  activities: z.array(
    z.object({
      channelData: z
        .object({
          interview: z.string(),
          seq: z.number(),
          finished: z.boolean(),
          prompt: z
            .object({
              id: z.string(),
              kind: z.string(),
              options: z.array(z.object({ code: z.string() })).optional(),
            })
            .nullable(),
        })
        .optional(),
    }),
  ),
})

const agent = new Agent({ keepAlive: true, maxSockets: 64 })

/** Someone who talks to a bot over HTTP, one conversation, answering whatever is asked. */
export class Talker {
  interview = ''
  seq = 0
  private next = 'start'
  private accounts = 0
  private readonly conversation = randomUUID()
  private readonly url: string
  private readonly token: string

  constructor(url: string, token: string) {
    this.url = url
    this.token = token
  }

  /** Sends the next thing this person would say, and reads what comes back. */
  async turn(): Promise<void> {
    const body = await this.send(this.next)
    const data = Replies.parse(body).activities.at(-1)?.channelData
    if (!data) return
    this.interview = data.interview
    this.seq = data.seq
    this.next = this.answerTo(data)
  }

  /** Sends any words and gives back the raw answer. */
  send(text: string): Promise<unknown> {
    const activity = {
      type: 'message',
      id: randomUUID(),
      channelId: 'test',
      serviceUrl: 'http://localhost',
      deliveryMode: 'expectReplies',
      from: { id: 'interviewer' },
      recipient: { id: 'bot' },
      conversation: { id: this.conversation },
      timestamp: new Date().toISOString(),
      text,
    }
    return post(`${this.url}/api/messages`, this.token, JSON.stringify(activity))
  }

  private answerTo({
    finished,
    prompt,
  }: NonNullable<z.infer<typeof Replies>['activities'][number]['channelData']>): string {
    if (finished || !prompt) return 'go leaving'
    const code = prompt.options?.[0]?.code
    switch (prompt.kind) {
      case 'account':
        this.accounts += 1
        return this.accounts % 4 === 0
          ? 'next'
          : `I went to the park with my friend and it was cold, time ${this.accounts}.`
      case 'say':
        return 'next'
      case 'scale':
        return '5'
      case 'plain':
        return 'no'
      case 'when':
        return '03/04/2026 16:00'
      default:
        return code ?? 'Example words'
    }
  }
}

function post(url: string, token: string, body: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    }
    const call = request(url, { method: 'POST', agent, headers }, response => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString()
        if (response.statusCode === 200) resolve(JSON.parse(text))
        else reject(new Error(`${response.statusCode} ${text.slice(0, 200)}`))
      })
    })
    call.on('error', reject)
    call.end(body)
  })
}
