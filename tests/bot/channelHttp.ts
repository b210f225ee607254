import { generateKeyPairSync, type KeyObject, randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { SignJWT } from 'jose'
import type { BotCredentials } from '../../bot/adapter.ts'

const appId = '11111111-1111-4111-8111-111111111111'
const issuer = 'https://api.botframework.example'

/** What a channel is to the bot: it publishes its keys and signs what it sends. It stands for Microsoft's, which is not on this machine. */
export async function openChannel(serviceUrl = 'https://smba.example/teams/') {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const keyId = 'a-key'
  const server = createServer((request, response) => {
    const url = `http://${request.headers.host}`
    const jwk = { ...publicKey.export({ format: 'jwk' }), kid: keyId, use: 'sig', endorsements: ['msteams'] }
    response.setHeader('Content-Type', 'application/json')
    response.end(JSON.stringify(request.url === '/keys' ? { keys: [jwk] } : { issuer, jwks_uri: `${url}/keys` }))
  }).listen(0, '127.0.0.1')
  await new Promise(resolve => server.once('listening', resolve))
  const metadata = `http://127.0.0.1:${(server.address() as AddressInfo).port}/openid`
  const credentials = {
    MicrosoftAppId: appId,
    MicrosoftAppPassword: 'not-used',
    ToBotFromChannelTokenIssuer: issuer,
    ToBotFromChannelOpenIdMetadataUrl: metadata,
    ToBotFromEmulatorOpenIdMetadataUrl: metadata,
    ToChannelFromBotLoginUrl: 'https://login.example',
    ToChannelFromBotOAuthScope: 'https://api.botframework.example',
  } as BotCredentials
  const token = (key: KeyObject, audience = appId) =>
    new SignJWT({ serviceurl: serviceUrl })
      .setProtectedHeader({ alg: 'RS256', kid: keyId })
      .setIssuer(issuer)
      .setAudience(audience)
      .setIssuedAt()
      .setExpirationTime('1h')
      .sign(key)
  return {
    credentials,
    authorization: async () => `Bearer ${await token(privateKey)}`,
    /** Signed with a key the channel never published. */
    forged: async () => `Bearer ${await token(generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey)}`,
    activity: ({ text, from, ...more }: { text: string; from: string } & Record<string, unknown>) => ({
      type: 'message',
      id: randomUUID(),
      channelId: 'msteams',
      serviceUrl,
      conversation: { id: `with ${from}` },
      from: { id: from },
      recipient: { id: 'bot' },
      text,
      deliveryMode: 'expectReplies',
      ...more,
    }),
    close: () => new Promise(resolve => server.close(resolve)),
  }
}
