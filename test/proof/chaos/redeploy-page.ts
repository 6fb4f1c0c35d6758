import { cp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The built page as its next version: every asset has another name, and none of the old ones is there any more. */
export async function redeployPage(from: string, to: string, version: string): Promise<void> {
  await rm(to, { recursive: true, force: true })
  await cp(from, to, { recursive: true })
  const assets = await readdir(join(to, 'assets'))
  const names = assets.map((name) => [name, name.replace(/-[\w-]{8}\./, `-${version}.`)] as const)
  const files = (await readdir(to, { recursive: true })).filter((name) => /\.(html|js|css)$/.test(name))
  for (const file of files) {
    const text = await readFile(join(to, file), 'utf8')
    await writeFile(
      join(to, file),
      names.reduce((changed, [before, after]) => changed.replaceAll(before, after), text),
    )
  }
  for (const [before, after] of names) await rename(join(to, 'assets', before), join(to, 'assets', after))
}
