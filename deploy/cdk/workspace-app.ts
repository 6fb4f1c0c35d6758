import { CfnApplication } from 'aws-cdk-lib/aws-appintegrations'
import { CfnIntegrationAssociation } from 'aws-cdk-lib/aws-connect'
import type { Construct } from 'constructs'

interface WorkspaceAppProps {
  readonly instanceArn: string
  readonly domainName: string
  /** Never changes: the security profiles of the agents name it. */
  readonly namespace: string
  readonly approvedOrigins: readonly string[]
}

/** Tells the agent workspace of the page: one frame of it for each contact. */
export function registerWorkspaceApp(scope: Construct, props: WorkspaceAppProps): void {
  const { instanceArn, domainName, namespace, approvedOrigins } = props
  const application = new CfnApplication(scope, 'WorkspaceApp', {
    name: 'Contact cases',
    description: 'Every case that is linked to the contact on the desk.',
    namespace,
    applicationSourceConfig: {
      externalUrlConfig: { accessUrl: `https://${domainName}/`, approvedOrigins: [...approvedOrigins] },
    },
    applicationConfig: { contactHandling: { scope: 'PER_CONTACT' } },
    permissions: ['User.Details.View', 'User.Configuration.View', 'Contact.Details.View'],
  })
  new CfnIntegrationAssociation(scope, 'WorkspaceAppOfInstance', {
    instanceId: instanceArn,
    integrationType: 'APPLICATION',
    integrationArn: application.attrApplicationArn,
  })
}
