import { spawnSync } from 'node:child_process'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Variable } from './aws-call.ts'
import { cliLine, cliScript } from './cli-line.ts'

const made = new Variable('APP_ARN')

test('a call is a command of the AWS CLI', () => {
  const call = { service: 'connect', operation: 'DescribeInstance', input: { InstanceId: 'it' } } as const
  expect(cliLine(call, 'us-east-1')).toBe(
    `aws connect describe-instance --region us-east-1 --cli-input-json '{"InstanceId":"it"}'`,
  )
})

test('what a call gives is a variable of the shell, and later calls take it from there', () => {
  const script = cliScript(
    [
      { service: 'appintegrations', operation: 'CreateApplication', input: {}, gives: { member: 'Arn', as: made } },
      { service: 'connect', operation: 'CreateIntegrationAssociation', input: { IntegrationArn: made } },
    ],
    'us-east-1',
  )
  expect(script.split(' &&\n')).toEqual([
    `APP_ARN=$(aws appintegrations create-application --region us-east-1 --cli-input-json '{}' --query Arn --output text)`,
    `aws connect create-integration-association --region us-east-1 --cli-input-json '{"IntegrationArn":"'"$APP_ARN"'"}'`,
  ])
})

test('after a command that fails, none is run', () => {
  const call = { service: 'connect', operation: 'DescribeInstance', input: {} } as const
  const aws = 'aws() { echo "called $1"; false; }\n'
  const { stdout, status } = spawnSync('sh', ['-c', aws + cliScript([call, call], 'r')], { encoding: 'utf8' })
  expect({ stdout, status }).toEqual({ stdout: 'called connect\n', status: 1 })
})

test('whatever the input is, a shell hands it on as it is', { timeout: 30_000 }, () => {
  const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom("'", '"$HOME"', '`id`', '\\', '\n', 'file://x'))
  const inputs = fc.array(fc.dictionary(text, fc.oneof(text, fc.double({ noNaN: true }), fc.boolean())), {
    minLength: 20,
    maxLength: 50,
  })
  fc.assert(
    fc.property(inputs, text, (given, arn) => {
      const input = { given, arn: made }
      const line = cliLine({ service: 'connect', operation: 'A', input }, 'r')
      const env = { PATH: process.env['PATH'], APP_ARN: arn.replaceAll(/[^\w:/-]/g, '') }
      const { stdout } = spawnSync('sh', ['-c', `aws() { printf %s "$6"; }\n${line}`], { encoding: 'utf8', env })
      expect(JSON.parse(stdout)).toEqual(JSON.parse(JSON.stringify({ ...input, arn: env.APP_ARN })))
    }),
    { numRuns: 20 },
  )
})
