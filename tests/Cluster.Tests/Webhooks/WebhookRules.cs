namespace Daytwo.Cluster.Tests.Webhooks;

/// <summary>Rules the tests apply.</summary>
internal static class WebhookRules
{
    public static string FixedTags(string name = "fixed-tags", string mode = "Enforce", string failurePolicy = "Ignore") => $$"""
        apiVersion: daytwo.dev/v1alpha1
        kind: AdmissionRule
        metadata: {name: {{name}}}
        spec:
          mode: {{mode}}
          outlet: Webhook
          webhook: {failurePolicy: {{failurePolicy}}, timeoutSeconds: 5}
          match:
            resourceRules:
            - {apiGroups: [""], apiVersions: [v1], operations: [CREATE, UPDATE], resources: [pods]}
          auditAnnotations:
          - {key: images, valueExpression: "string(object.spec.containers.size())"}
          validations:
          - expression: object.spec.containers.all(c, !c.image.endsWith(':latest'))
            message: images need a fixed tag
            reason: Forbidden
        """;

    public const string Words = """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: words, namespace: default}
        data: {forbidden: WORD}
        """;

    /// <summary>What it forbids is said in a ConfigMap.</summary>
    public const string ByParameter = """
        apiVersion: daytwo.dev/v1alpha1
        kind: AdmissionRule
        metadata: {name: by-parameter}
        spec:
          outlet: OUTLET
          match: {resourceRules: [{apiGroups: [""], apiVersions: [v1], operations: [CREATE], resources: [pods]}]}
          params: {configMap: {name: words, namespace: default}}
          mutations:
          - jsonPatch: {expression: "[JSONPatch{op: 'add', path: '/metadata/annotations', value: {'said': params.data.forbidden}}]"}
          validations:
          - expression: "!object.spec.containers.exists(c, c.image.contains(params.data.forbidden))"
            message: the image is forbidden
            messageExpression: "params.data.forbidden + ' is forbidden'"
        """;

    public const string Hardened = """
        apiVersion: daytwo.dev/v1alpha1
        kind: AdmissionRule
        metadata: {name: hardened}
        spec:
          outlet: Webhook
          match:
            resourceRules:
            - {apiGroups: [""], apiVersions: [v1], operations: [CREATE], resources: [pods]}
          mutations:
          - jsonPatch:
              expression: >-
                (has(object.metadata.labels) ? [] : [JSONPatch{op: 'add', path: '/metadata/labels', value: {}}])
                + [JSONPatch{op: 'add', path: '/metadata/labels/hardened', value: 'true'}]
        """;

    public const string Exception = """
        apiVersion: daytwo.dev/v1alpha1
        kind: RuleException
        metadata: {name: legacy}
        spec:
          rules: [fixed-tags]
          match: {names: [web]}
          owner: team@example.com
          reason: the migration is under way
          expiresAt: EXPIRY
        """;
}
