import { createServer } from 'node:http'
import { Server } from 'socket.io'
import { io } from 'socket.io-client'
import { expect, it } from 'vitest'
import { createLimits } from '../../../../console/server/edge/createLimits.ts'
import { limitMessages } from '../../../../console/server/sockets/limitMessages.ts'
import { portOf } from './ask.ts'

it("counts all of a person's sockets as one, keeps the order, and takes nothing beyond the limit", async () => {
  const heard: string[] = []
  const limits = createLimits(25)
  const http = createServer()
  const server = new Server(http)
  server.on('connection', socket => {
    socket.data.person = { id: socket.handshake.auth.as }
    limitMessages(limits.person, socket)
    socket.on('say', (word: string, answer?: (reply: unknown) => void) => {
      heard.push(word)
      answer?.({ ok: true })
    })
  })
  const url = `http://127.0.0.1:${await portOf(http)}`
  const client = (as: string) =>
    io(url, { auth: { as }, transports: ['websocket'], forceNew: true, reconnection: false })
  const [one, same, other] = [client('robin'), client('robin'), client('wren')]

  expect(await Promise.all(['1', '2', '3'].map(word => one.emitWithAck('say', word)))).toEqual(
    Array(3).fill({ ok: true }),
  )
  expect(await same.emitWithAck('say', '4')).toEqual({ ok: true })
  expect(await same.emitWithAck('say', '5')).toEqual({ ok: true })
  expect(await one.emitWithAck('say', 'too much')).toEqual({ ok: false, problem: 'too-many' })
  // Where no answer was asked for there is none to give.
  one.emit('say', 'too much')
  expect(await same.emitWithAck('say', 'too much')).toEqual({ ok: false, problem: 'too-many' })
  expect(await other.emitWithAck('say', '6')).toEqual({ ok: true })
  expect(heard).toEqual(['1', '2', '3', '4', '5', '6'])
  for (const each of [one, same, other]) each.disconnect()
  await server.close()
})
