import { DefaultStackSynthesizer, Stack, Validations } from 'aws-cdk-lib'
import type { IDistribution } from 'aws-cdk-lib/aws-cloudfront'
import { BlockPublicAccess, Bucket, BucketEncryption, type CfnBucket, type IBucket } from 'aws-cdk-lib/aws-s3'
import { BucketDeployment, CacheControl, Source } from 'aws-cdk-lib/aws-s3-deployment'
import type { Construct } from 'constructs'
import type { PageConfig } from '../../src/contract/page-config.ts'

/** Where the page's files are; CloudFront alone reads them. */
export function createPageBucket(scope: Construct, logs: IBucket): Bucket {
  return new Bucket(scope, 'Page', {
    encryption: BucketEncryption.S3_MANAGED,
    enforceSSL: true,
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    serverAccessLogsBucket: logs,
    serverAccessLogsPrefix: 'page/',
    versioned: true, // a page that was overwritten can be brought back
  })
}

interface PageFiles {
  readonly bucket: Bucket
  readonly distribution: IDistribution
  /** The built page. */
  readonly directory: string
  readonly config: PageConfig
}

/** Copies the built page, with the settings of this deployment in place of the built ones. */
export function deployPage(scope: Construct, { bucket, distribution, directory, config }: PageFiles): void {
  // Nothing is deleted: a page that is open since before the deployment still loads its own files.
  const shared = { destinationBucket: bucket, prune: false, memoryLimit: 512 }
  const assets = new BucketDeployment(scope, 'Assets', {
    ...shared,
    sources: [Source.asset(directory, { exclude: ['*', '!assets', '!assets/**'] })],
    // Vite names them after their content.
    cacheControl: [CacheControl.fromString('public, max-age=31536000, immutable')],
  })
  const documents = new BucketDeployment(scope, 'Documents', {
    ...shared,
    sources: [Source.asset(directory, { exclude: ['assets', 'config.json'] }), Source.jsonData('config.json', config)],
    cacheControl: [CacheControl.fromString('no-cache')],
    distribution,
    distributionPaths: ['/*'],
  })
  // A document names assets: they must be there before it.
  documents.node.addDependency(assets)
  acknowledgeCopier(documents, bucket)
}

/** The function that copies the files is CDK's own: what it may do is written there, and wider than it would be here. */
function acknowledgeCopier({ handlerRole }: BucketDeployment, page: Bucket): void {
  const { account, region } = Stack.of(page)
  const from = `cdk-${DefaultStackSynthesizer.DEFAULT_QUALIFIER}-assets-${account}-${region}`
  const to = Stack.of(page).getLogicalId(page.node.defaultChild as CfnBucket) // what the default child of a bucket is
  const copier = Validations.of(handlerRole.node.scope ?? handlerRole)
  const reason =
    'CDK’s function reads its own bucket of assets and writes the page’s; its code and runtime come with CDK.'
  for (const what of ['GetObject*', 'GetBucket*', 'List*', 'DeleteObject*', 'Abort*']) {
    copier.acknowledge({ id: `AwsSolutions-IAM5[Action::s3:${what}]`, reason })
  }
  for (const arn of [`arn:<AWS::Partition>:s3:::${from}/*`, `<${to}.Arn>/*`]) {
    copier.acknowledge({ id: `AwsSolutions-IAM5[Resource::${arn}]`, reason })
  }
  const logs = 'arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole'
  copier.acknowledge({
    id: `AwsSolutions-IAM4[Policy::${logs}]`,
    reason: 'It allows a function to write its log, no more.',
  })
  copier.acknowledge({
    id: 'AwsSolutions-IAM5[Resource::*]',
    reason: 'CDK lets it invalidate what CloudFront has kept.',
  })
  copier.acknowledge({ id: 'AwsSolutions-L1', reason })
}
