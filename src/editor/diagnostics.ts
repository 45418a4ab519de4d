import type { Diagnostic, DiagnosticSeverity } from 'vscode-languageserver'
import type { Finding, Severity } from '../finding.js'
import type { Analysis } from './analysis.js'
import { type Client, rangeOf } from './client.js'

const severityNumbers: Readonly<Record<Severity, DiagnosticSeverity>> = { error: 1, warning: 2, info: 3 }

/** What an editor underlines, by file; the files without a finding have an empty list, which clears what stood there. */
export function diagnosticsByFile(
  { loaded, judgement }: Analysis,
  client: Client,
): ReadonlyMap<string, readonly Diagnostic[]> {
  const byFile = new Map<string, Diagnostic[]>(loaded.files.map(({ path }) => [path, []]))
  for (const finding of judgement.findings) {
    const { path } = finding.at.source
    const diagnostic = diagnosticOf(finding, client)
    const known = byFile.get(path)
    if (known === undefined) byFile.set(path, [diagnostic])
    else known.push(diagnostic)
  }
  return byFile
}

/** What an editor underlines in a file that belongs to no catalog. */
export function diagnosticsOf(findings: readonly Finding[], client: Client): readonly Diagnostic[] {
  return findings.map(finding => diagnosticOf(finding, client))
}

export function diagnosticOf({ rule, severity, at, message, related = [] }: Finding, client: Client): Diagnostic {
  return {
    range: rangeOf(at),
    severity: severityNumbers[severity],
    code: rule,
    source: 'tthc',
    message: message[client.locale],
    ...(related.length > 0 && {
      relatedInformation: related.map(other => ({
        location: { uri: client.uriOf(other.at.source.path), range: rangeOf(other.at) },
        message: other.message[client.locale],
      })),
    }),
  }
}
