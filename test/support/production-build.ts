import { build, type InlineConfig } from 'vite'

/**
 * Builds as a deployment does. Vitest sets `NODE_ENV` to "test", and with that, whatever the mode, React would be built
 * for development.
 */
export async function productionBuild(config: InlineConfig): ReturnType<typeof build> {
  const before = process.env['NODE_ENV']
  process.env['NODE_ENV'] = 'production'
  try {
    return await build({ logLevel: 'error', ...config })
  } finally {
    process.env['NODE_ENV'] = before
  }
}
