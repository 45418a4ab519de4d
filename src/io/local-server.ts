import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Content } from '../io.js'

/** A question that came over HTTP, as it stands in its first line and head: nothing is decoded yet. */
export interface LocalRequest {
  readonly method: string
  readonly target: string
  readonly host: string | undefined
}

export type LocalAnswer =
  | { readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly body: Content }
  /** Server-Sent Events: called with what sends one; the function that comes back is called when nobody listens any more. */
  | { follow(send: (event: string, data: string) => void): () => void }

export interface LocalServer {
  readonly port: number
  /** Ends every connection. */
  close(): Promise<void>
}

/** Answers HTTP on 127.0.0.1 and nowhere else. `port` 0 is any free one. Rejects with EADDRINUSE. */
export async function serve(port: number, answer: (request: LocalRequest) => LocalAnswer): Promise<LocalServer> {
  const server = createServer((request, response) => {
    const { method = '', url = '', headers } = request
    const found = answer({ method, target: url, host: headers.host })
    if ('status' in found) {
      const body = typeof found.body === 'string' ? Buffer.from(found.body) : found.body
      response.writeHead(found.status, { ...found.headers, 'content-length': body.length })
      response.end(method === 'HEAD' ? undefined : body)
      return
    }
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
    const gone = found.follow((event, data) =>
      response.write(`event: ${event}\ndata: ${data.replaceAll('\n', '\ndata: ')}\n\n`),
    )
    response.on('close', gone)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
