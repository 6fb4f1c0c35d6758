import { Validations } from 'aws-cdk-lib'
import { Effect, Policy, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import type { Construct } from 'constructs'
import { backendPolicy } from './backend-policy.ts'
import type { DeploymentSettings } from './settings.ts'

/** The role that the server calls AWS with: the statements of backend-policy.ts, and no other. */
export function createBackendRole(scope: Construct, service: string, settings: DeploymentSettings): Role {
  const role = new Role(scope, 'BackendRole', { assumedBy: new ServicePrincipal(service) })
  const statements = backendPolicy(settings.instance, settings.casesDomainId)
  const policy = new Policy(scope, 'BackendPolicy', {
    roles: [role],
    statements: statements.map(
      ({ sid, actions, resources }) =>
        new PolicyStatement({ sid, effect: Effect.ALLOW, actions: [...actions], resources: [...resources] }),
    ),
  })
  for (const resource of statements.flatMap(({ resources }) => resources).filter((arn) => arn.endsWith('*'))) {
    Validations.of(policy).acknowledge({
      id: `AwsSolutions-IAM5[Resource::${resource}]`,
      reason: 'Cases, contacts and agents come and go, each with an ARN of its own under the domain or the instance.',
    })
  }
  return role
}
