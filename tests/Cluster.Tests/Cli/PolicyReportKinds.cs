namespace Daytwo.Cluster.Tests.Cli;

/// <summary>The kinds PolicyReport and ClusterPolicyReport of wgpolicyk8s.io/v1alpha2, with what their schema says of the fields that we write.</summary>
internal static class PolicyReportKinds
{
    public static string Yaml { get; } = Kind("PolicyReport", "Namespaced") + "---\n" + Kind("ClusterPolicyReport", "Cluster");

    private static string Kind(string kind, string scope) => $$$"""
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata:
          name: {{{kind.ToLowerInvariant()}}}s.wgpolicyk8s.io
          annotations: {api-approved.kubernetes.io: unapproved}
        spec:
          group: wgpolicyk8s.io
          scope: {{{scope}}}
          names: {kind: {{{kind}}}, listKind: {{{kind}}}List, plural: {{{kind.ToLowerInvariant()}}}s, singular: {{{kind.ToLowerInvariant()}}}}
          versions:
          - name: v1alpha2
            served: true
            storage: true
            schema:
              openAPIV3Schema:
                type: object
                properties:
                  apiVersion: {type: string}
                  kind: {type: string}
                  metadata: {type: object}
                  summary:
                    type: object
                    properties: {pass: {type: integer}, fail: {type: integer}, warn: {type: integer}, error: {type: integer}, skip: {type: integer}}
                  results:
                    type: array
                    items:
                      type: object
                      required: [policy]
                      properties:
                        source: {type: string}
                        policy: {type: string}
                        rule: {type: string}
                        category: {type: string}
                        message: {type: string}
                        scored: {type: boolean}
                        severity: {type: string, enum: [critical, high, low, medium, info]}
                        result: {type: string, enum: [pass, fail, warn, error, skip]}
                        properties: {type: object, additionalProperties: {type: string}}
                        timestamp:
                          type: object
                          required: [seconds, nanos]
                          properties: {seconds: {type: integer, format: int64}, nanos: {type: integer, format: int32}}
                        resources:
                          type: array
                          items:
                            type: object
                            properties: {apiVersion: {type: string}, kind: {type: string}, namespace: {type: string}, name: {type: string}, uid: {type: string}, resourceVersion: {type: string}, fieldPath: {type: string}}

        """;
}
