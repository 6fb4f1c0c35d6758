// biome-ignore-all lint/performance/noBarrelFile: an entry of the package, connect-contact-cases/simulator
import { builtPage } from './built-pages.ts'
import { type Simulator, type SimulatorOptions, serveSimulator } from './serve-simulator.ts'

export { ScriptError, SeedError, type Simulator, type SimulatorOptions } from './serve-simulator.ts'

/**
 * Serves a page that stands for Amazon's softphone (CCP): an unmodified Streams frames and obeys it. Another stands
 * for the agent workspace: it frames an app that is built on the unmodified `@amazon-connect/app`.
 */
export function createSimulator(options: SimulatorOptions): Promise<Simulator> {
  return serveSimulator(options, builtPage)
}
