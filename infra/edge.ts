import { Duration, Fn, RemovalPolicy, Validations } from 'aws-cdk-lib';
import {
  AllowedMethods,
  CachePolicy,
  Distribution,
  HeadersReferrerPolicy,
  HttpVersion,
  OriginProtocolPolicy,
  OriginRequestPolicy,
  PriceClass,
  ResponseHeadersPolicy,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { BlockPublicAccess, Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3';
import { BucketDeployment, CacheControl, Source } from 'aws-cdk-lib/aws-s3-deployment';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import type { Intake } from './intake.ts';
import { assetsPath } from './routes.ts';

interface EdgeProps {
  readonly intake: Intake;
  readonly secret: Secret;
  /** The folder of hashed files, as `bundle()` writes it. */
  readonly assets: string;
}

const contentSecurityPolicy = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');

/** CloudFront: hashed files from a bucket, everything else from the HTTP API, nothing of it cached. */
export class Edge extends Construct {
  readonly distribution: Distribution;

  constructor(scope: Construct, id: string, { intake, secret, assets }: EdgeProps) {
    super(scope, id);
    const responseHeadersPolicy = securityHeaders(this);
    const common = { responseHeadersPolicy, viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS };
    this.distribution = new Distribution(this, 'Distribution', {
      httpVersion: HttpVersion.HTTP2_AND_3,
      priceClass: PriceClass.PRICE_CLASS_100,
      defaultBehavior: {
        ...common,
        origin: apiOrigin(intake, secret),
        allowedMethods: AllowedMethods.ALLOW_ALL,
        cachePolicy: CachePolicy.CACHING_DISABLED,
        originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
      },
      additionalBehaviors: {
        [`${assetsPath}*`]: {
          ...common,
          origin: S3BucketOrigin.withOriginAccessControl(assetsBucket(this, assets)),
          cachePolicy: CachePolicy.CACHING_OPTIMIZED,
        },
      },
    });
    Validations.of(this.distribution).acknowledge(
      {
        id: 'AwsSolutions::AwsSolutions-CFR1',
        reason: 'A participant may be on a journey abroad; the forms are closed to nobody.',
      },
      {
        id: 'AwsSolutions::AwsSolutions-CFR2',
        reason: 'No firewall yet: the API limits the rate, and rules on bodies would block honest answers.',
      },
      {
        id: 'AwsSolutions::AwsSolutions-CFR3',
        reason: 'The log would hold addresses and paths, which may carry references and tokens.',
      },
      {
        id: 'AwsSolutions::AwsSolutions-CFR4',
        reason: 'The least TLS version can be chosen only with a certificate for a domain of our own.',
      },
    );
  }
}

/** The secret tells our functions that a request came through the edge: they refuse what does not bring it. */
export function originSecret(scope: Construct): Secret {
  const secret = new Secret(scope, 'OriginSecret', {
    description: 'Header that the edge sends to the HTTP API',
    generateSecretString: { excludePunctuation: true, passwordLength: 48 },
  });
  Validations.of(secret).acknowledge({
    id: 'AwsSolutions::AwsSolutions-SMG4',
    reason: 'The edge and the functions change to a new value together, which is a deployment.',
  });
  return secret;
}

function apiOrigin({ api }: Intake, secret: Secret): HttpOrigin {
  return new HttpOrigin(Fn.select(2, Fn.split('/', api.apiEndpoint)), {
    protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
    // CloudFormation reads the secret when it deploys; the template holds a reference only.
    customHeaders: { 'x-origin-secret': secret.secretValue.unsafeUnwrap() },
  });
}

/** A page's own policy stands; this one covers what is no page: files, JSON, the gateway's refusals. */
function securityHeaders(scope: Construct): ResponseHeadersPolicy {
  return new ResponseHeadersPolicy(scope, 'SecurityHeaders', {
    securityHeadersBehavior: {
      contentSecurityPolicy: { contentSecurityPolicy, override: false },
      contentTypeOptions: { override: true },
      referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override: true },
      strictTransportSecurity: {
        accessControlMaxAge: Duration.days(730),
        includeSubdomains: true,
        override: true,
      },
    },
  });
}

function assetsBucket(scope: Construct, folder: string): Bucket {
  const bucket = new Bucket(scope, 'Assets', {
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    enforceSSL: true,
    encryption: BucketEncryption.S3_MANAGED,
    removalPolicy: RemovalPolicy.RETAIN,
  });
  Validations.of(bucket).acknowledge({
    id: 'AwsSolutions::AwsSolutions-S1',
    reason: 'The files are public and the same for everybody; only the edge reads them.',
  });
  const deployment = new BucketDeployment(scope, 'AssetsDeployment', {
    sources: [Source.asset(folder)],
    destinationBucket: bucket,
    destinationKeyPrefix: assetsPath.replaceAll('/', ''),
    // Pages that are open now still ask for the files of the release before.
    prune: false,
    cacheControl: [
      CacheControl.setPublic(),
      CacheControl.maxAge(Duration.days(365)),
      CacheControl.immutable(),
    ],
    logGroup: new LogGroup(scope, 'AssetsDeploymentLog', {
      retention: RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    }),
  });
  acknowledgeDeployer(deployment);
  return bucket;
}

/** CDK's own function that copies files when we deploy; it is not part of the product. */
function acknowledgeDeployer({ handlerRole }: BucketDeployment): void {
  const deployer = handlerRole.node.scope;
  if (deployer === undefined)
    throw new Error('expected the role of the deployment of assets to be inside its function');
  const findings = [
    'L1',
    'IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]',
    'IAM5[Action::s3:GetBucket*]',
    'IAM5[Action::s3:GetObject*]',
    'IAM5[Action::s3:List*]',
    'IAM5[Action::s3:Abort*]',
    'IAM5[Action::s3:DeleteObject*]',
    'IAM5[Resource::arn:aws:s3:::cdk-hnb659fds-assets-<AWS::AccountId>-eu-north-1/*]',
    'IAM5[Resource::<EdgeAssetsCDE1815C.Arn>/*]',
  ];
  for (const finding of findings) {
    Validations.of(deployer).acknowledge({
      id: `AwsSolutions::AwsSolutions-${finding}`,
      reason: 'CDK makes this function and its role; it runs at a deployment, on public files only.',
    });
  }
}
