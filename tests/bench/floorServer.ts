import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import {
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  ConversationState,
  MemoryStorage,
  type TurnContext,
} from 'botbuilder'
import { DialogSet, TextPrompt, WaterfallDialog, type WaterfallStepContext } from 'botbuilder-dialogs'
import express from 'express'
import { Pool } from 'pg'
import { Server } from 'socket.io'

/**
 * The least that could do the job, to measure ours against: the SDK's own waterfall with its state in memory and one
 * durable insert a turn; and a raw socket.io echo with one durable insert. No record, no plan, no sign-in, no words.
 */
async function serve(): Promise<void> {
  const [host = '', user = ''] = process.argv.slice(2)
  const pool = new Pool({ host, user, database: 'postgres', max: 10 })
  await pool.query('create table if not exists floor_turns (id uuid primary key, body jsonb not null)')
  const commit = (body: unknown) =>
    pool.query({ name: 'floor', text: 'insert into floor_turns values ($1, $2)', values: [randomUUID(), body] })

  const app = express()
  app.use(express.json())
  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}))
  const state = new ConversationState(new MemoryStorage())
  const dialogs = waterfall(state)
  app.post('/api/messages', (request, response) =>
    adapter.process(request, response, async context => {
      await turn(dialogs, context)
      await commit({ text: context.activity.text })
      await state.saveChanges(context)
    }),
  )
  app.get('/healthz', (_, response) => void response.send('ok'))

  const http = createServer(app)
  const sockets = new Server(http, { perMessageDeflate: false })
  sockets.on('connection', socket => {
    void socket.join('room')
    socket.on('change', async (body: unknown, ack: (reply: unknown) => void) => {
      await commit(body)
      socket.to('room').emit('changed', body)
      ack({ ok: true })
    })
    let script: unknown
    socket.on('script', (sent: unknown, ack: (reply: unknown) => void) => {
      script = sent
      ack({ ok: true })
    })
    socket.on('move', async (body: unknown, ack: (reply: unknown) => void) => {
      await commit(body)
      socket.to('room').emit('moved', script)
      ack({ ok: true })
    })
  })
  http.listen(0, '127.0.0.1', () => {
    const address = http.address()
    process.stdout.write(`floor on ${typeof address === 'object' && address ? address.port : ''}\n`)
  })
}

function waterfall(state: ConversationState): DialogSet {
  const dialogs = new DialogSet(state.createProperty('dialogs'))
  const ask = (step: WaterfallStepContext) => step.prompt('words', 'Tell me what happened next.')
  dialogs.add(new TextPrompt('words'))
  dialogs.add(
    new WaterfallDialog(
      'talk',
      Array.from({ length: 400 }, () => ask),
    ),
  )
  return dialogs
}

async function turn(dialogs: DialogSet, context: TurnContext): Promise<void> {
  const dialog = await dialogs.createContext(context)
  const result = await dialog.continueDialog()
  if (result.status === 'empty') await dialog.beginDialog('talk')
}

await serve()
