import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { execForm, parseDockerfile, type Stage, valuesOf } from '../test/support/dockerfile.ts'

const stages = parseDockerfile(readFileSync('deploy/Dockerfile', 'utf8'))
const last = (): Stage => {
  const stage = stages.at(-1)
  if (stage === undefined) throw new Error('The Dockerfile has no stage.')
  return stage
}

test('every stage is of one image, pinned to a Node that this project runs on', () => {
  const [image, ...others] = new Set(stages.map((stage) => stage.image))
  expect(others).toEqual([])
  expect(image).toMatch(/^node:(22|24)-[a-z]+-slim$/)
})

test('the server runs as a user without rights, and the signal that ends it reaches it', () => {
  expect(valuesOf(last(), 'USER')).toEqual(['node'])
  expect(valuesOf(last(), 'STOPSIGNAL')).toEqual(['SIGTERM'])
  expect(valuesOf(last(), 'CMD').map(execForm)).toEqual([['node', 'dist/server/main.js']])
  expect(valuesOf(last(), 'ENTRYPOINT')).toEqual([])
})

test('no command is read by a shell', () => {
  const commands = stages.flatMap((stage) => ['RUN', 'CMD', 'HEALTHCHECK'].flatMap((name) => valuesOf(stage, name)))
  expect(commands.length).toBeGreaterThan(3)
  for (const command of commands) expect(execForm(command)).not.toBeNull()
})

test('whether it lives is asked of the server itself, without a program that the image lacks', () => {
  const [check = ''] = valuesOf(last(), 'HEALTHCHECK')
  expect(execForm(check)?.[0]).toBe('node')
  expect(check).toContain('/livez')
})

test('the last stage builds nothing, and takes the build’s results and the packages of production alone', () => {
  expect(valuesOf(last(), 'RUN')).toEqual([])
  expect(valuesOf(last(), 'COPY').map((value) => value.split(' ').slice(0, 2))).toEqual([
    ['--from=build', '/app/package.json'],
    ['--from=dependencies', '/app/node_modules'],
    ['--from=build', '/app/dist/page'],
    ['--from=build', '/app/dist/server'],
  ])
  const dependencies = stages.find(({ name }) => name === 'dependencies')
  expect(dependencies && valuesOf(dependencies, 'RUN').map(execForm)).toEqual([
    ['npm', 'ci', '--omit=dev', '--ignore-scripts'],
  ])
})

test('no secret is asked for when the image is built', () => {
  const names = stages.flatMap((stage) => [...valuesOf(stage, 'ARG'), ...valuesOf(stage, 'ENV')])
  expect(names.map((value) => value.split('=')[0])).toEqual(['NODE_ENV', 'HOST', 'PORT'])
  expect(readFileSync('deploy/Dockerfile', 'utf8')).not.toContain('--mount=type=secret')
})

test('the context holds what the build reads, and of the rest nothing', () => {
  const lines = readFileSync('.dockerignore', 'utf8').split('\n')
  const rules = lines.filter((line) => line !== '' && !line.startsWith('#'))
  expect(rules[0]).toBe('*')
  const kept = rules.slice(1).map((rule) => rule.replace(/^!/, ''))
  expect(rules.slice(1)).toEqual(kept.map((path) => `!${path}`))
  for (const path of kept) expect(existsSync(path)).toBe(true)
})
