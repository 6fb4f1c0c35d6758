import { bundledPage } from './bundled-pages.ts'
import { type Simulator, type SimulatorOptions, serveSimulator } from './serve-simulator.ts'

/**
 * Serves a page that stands for Amazon's softphone (CCP): an unmodified Streams frames and obeys it. Another stands
 * for the agent workspace: it frames an app that is built on the unmodified `@amazon-connect/app`. Both are bundled
 * when the first simulator of a process starts.
 */
export function createSimulator(options: SimulatorOptions): Promise<Simulator> {
  return serveSimulator(options, bundledPage)
}
