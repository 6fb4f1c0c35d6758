import type { LogLine } from './protocol/workspace.ts'

const shown = 100

/** What the workspace and its apps have said, the latest first. */
export function MessageLog({ lines }: { lines: readonly LogLine[] }) {
  return (
    <details className="log">
      <summary>Messages</summary>
      <ol>
        {lines
          .slice(-shown)
          .reverse()
          .map((line) => (
            <li key={line.number}>
              <span className="quiet">{line.from === 'app' ? 'App' : 'Workspace'}</span> {summaryOf(line.message)}
            </li>
          ))}
      </ol>
    </details>
  )
}

function summaryOf(message: LogLine['message']): string {
  const { stage, command, topic, key, message: text, errorKey, metricName } = message
  const about = stage ?? command ?? errorKey ?? keyOf(topic) ?? key ?? text ?? metricName
  return typeof about === 'string' ? `${message.type}: ${about}` : message.type
}

function keyOf(topic: unknown): unknown {
  return typeof topic === 'object' && topic !== null && 'key' in topic ? topic.key : undefined
}
