/**
 * Stands in for the SDK's cache of discovered endpoints in bundles: the DynamoDB client makes one and no
 * request reads it, because DynamoDB's endpoints are not discovered. The real one is 8 kB at every start.
 */
export class EndpointCache {}
