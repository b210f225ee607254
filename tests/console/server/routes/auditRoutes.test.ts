import { createSecretKey, randomBytes, randomUUID } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Role, roles } from '../../../../console/casework/roles.ts'
import type { AuditTrail } from '../../../../console/records/audit/auditTrail.ts'
import { createAudit } from '../../../../console/records/audit/createAudit.ts'
import type { Database } from '../../../../console/records/database/openDatabase.ts'
import { createNeeds, createPermissions } from '../../../../console/server/access/needs.ts'
import { auditRoutes } from '../../../../console/server/routes/auditRoutes.ts'
import { freshDatabase } from '../../../support/database.ts'
import { plantedInterview } from '../../records/audit/plantedInterview.ts'

const key = createSecretKey(randomBytes(32))

let database: Database
let audit: AuditTrail
let server: Server
let url: string
beforeAll(async () => {
  database = await freshDatabase()
  audit = createAudit(database, { forUse: async () => key })
  const permissions = createPermissions({
    audit,
    episodes: {
      knows: async () => true,
      circleOf: async () => undefined,
      knowsEpisode: async () => true,
      circleOfEpisode: async () => undefined,
    },
  })
  const needs = createNeeds({
    permissions,
    async asking(request) {
      const role = roles.find(each => each === request.get('x-role'))
      return role === undefined ? 'signed-out' : { id: role, role, team: 'north' }
    },
  })
  const app = express()
  app.use(auditRoutes({ audit, needs }))
  server = createServer(app)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(async () => {
  server.close()
  await database.close()
})

const ask = (path: string, role: Role | undefined = 'auditor', method = 'GET') =>
  fetch(`${url}${path}`, { method, headers: role === undefined ? {} : { 'x-role': role } })

const paths = ['/api/audit', '/api/audit/interviews', `/api/audit/interviews/${randomUUID()}`]

describe('the audit', () => {
  it.each(roles.filter(role => role !== 'auditor'))('is not for the role %s, whose asking is kept', async role => {
    for (const path of paths) expect((await ask(path, role)).status).toBe(403)
    expect((await ask('/api/audit/verify', role, 'POST')).status).toBe(403)
    const { lines } = await audit.lines({ by: role, act: 'refused' }, 10)
    expect(lines.map(({ about }) => about)).toEqual(Array(4).fill('audit.read'))
  })

  it('is not for someone who is not signed in', async () => {
    const answer = await fetch(`${url}/api/audit`)
    expect(answer.status).toBe(401)
  })

  it('shows the auditor every entry that fits, with the reason opened and no name of a child', async () => {
    const interview = await plantedInterview(database, 2)
    await audit.write({ by: 'kim', act: 'glass-broken', interview, reason: 'asked by the police', from: 'console' })
    const found = await (await ask(`/api/audit?interview=${interview}&act=glass-broken&by=kim`)).json()
    expect(found).toMatchObject({ more: false, lines: [{ by: 'kim', interview, reason: 'asked by the police' }] })
    const who = (await (await ask(`/api/audit/interviews/${interview}`)).json()) as object
    expect(who).toMatchObject({ interview: { begunBy: 'robin' }, seen: [{ by: 'kim' }, { by: 'robin', act: 'wrote' }] })
    const list = await (await ask(`/api/audit/interviews?number=${interview.slice(0, 8)}`)).text()
    expect(list).toContain(interview)
    expect(list).not.toContain('sealed')
    expect(JSON.stringify(who)).not.toContain('known')
  })

  it('keeps that the auditor looked before it answers', async () => {
    const interview = await plantedInterview(database)
    await ask(`/api/audit/interviews/${interview}`)
    const looks = await audit.lines({ by: 'auditor', act: 'audit-read', interview }, 10)
    expect(looks.lines).toHaveLength(1)
    await database.pool.query('alter table audit_head rename to audit_head_away')
    const unkept = await ask(`/api/audit/interviews/${interview}`)
    await database.pool.query('alter table audit_head_away rename to audit_head')
    expect(unkept.status).toBe(500)
    expect(await unkept.text()).not.toContain('robin')
  })

  it.each([
    '/api/audit?act=nothing',
    '/api/audit?interview=1',
    '/api/audit?before=-1',
    '/api/audit?before=1e300',
    '/api/audit?since=yesterday',
    '/api/audit?other=1',
    '/api/audit?by[]=a',
    '/api/audit/interviews?number=%27',
    '/api/audit/interviews/%00',
  ])('refuses %s', async path => {
    expect((await ask(path)).status).toBe(400)
  })

  it('keeps that a record was printed, by someone who may read it', async () => {
    const interview = await plantedInterview(database)
    expect((await ask(`/api/interviews/${interview}/printed`, 'manager', 'POST')).status).toBe(200)
    expect((await ask(`/api/interviews/${interview}/printed`, 'auditor', 'POST')).status).toBe(403)
    const { lines } = await audit.lines({ interview }, 10)
    expect(lines).toMatchObject([
      { by: 'auditor', act: 'refused' },
      { by: 'manager', act: 'record-printed' },
    ])
  })

  it('finds nothing for the number of no interview', async () => {
    expect((await ask(`/api/audit/interviews/${randomUUID()}`)).status).toBe(404)
    expect(await (await ask('/api/audit/interviews?number=00000000-0000')).json()).toEqual({ interviews: [] })
  })

  it('is checked once for several who ask at once, and says where it is not whole', async () => {
    const verify = async () => (await ask('/api/audit/verify', 'auditor', 'POST')).json()
    for (const found of await Promise.all([verify(), verify()])) expect(found).toMatchObject({ ok: true })
    await database.pool.query(`update audit set about = 'x' where seq = 2`)
    expect(await verify()).toEqual({ ok: false, brokenAt: 2, why: 'entry' })
  })
})
