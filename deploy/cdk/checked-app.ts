import { type App, type Stack, Validations } from 'aws-cdk-lib'
import { AwsSolutionsChecks } from 'cdk-nag'
import { type Built, createContactCasesStack } from './contact-cases-stack.ts'
import type { DeploymentSettings } from './settings.ts'

/** Puts the stack in the app; its synthesis fails on any finding of cdk-nag that has no reason beside it. */
export function addCheckedStack(app: App, settings: DeploymentSettings, built: Built): Stack {
  const stack = createContactCasesStack(app, settings, built)
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app))
  return stack
}
