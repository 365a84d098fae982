namespace Daytwo.Bench.Webhooks;

/// <summary>The rules that the twin has built in, and others that are about something else.</summary>
internal static class BenchRules
{
    public const string AsTheTwin = """
        apiVersion: daytwo.dev/v1alpha1
        kind: AdmissionRule
        metadata: {name: fixed-tags}
        spec:
          outlet: Webhook
          match:
            resourceRules:
            - {apiGroups: [""], apiVersions: [v1], operations: [CREATE, UPDATE], resources: [pods]}
          validations:
          - expression: object.spec.containers.all(c, !c.image.endsWith(':latest') && c.image.contains(':'))
            message: images need a fixed tag
        ---
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

    /// <summary>Rules about kinds that no pod is.</summary>
    public static string Others(int count) => string.Join("\n---\n", Enumerable.Range(0, count).Select(i => $$"""
        apiVersion: daytwo.dev/v1alpha1
        kind: AdmissionRule
        metadata: {name: other-{{i}}}
        spec:
          outlet: Webhook
          match:
            resourceRules:
            - {apiGroups: [apps], apiVersions: [v1], operations: [CREATE, UPDATE], resources: [deployments]}
            - {apiGroups: [batch], apiVersions: [v1], operations: [CREATE], resources: [jobs]}
          validations:
          - expression: object.spec.template.spec.containers.all(c, c.name != 'c{{i}}')
            message: the name is taken
        """));

    public const string Review = """
        {"kind":"AdmissionReview","apiVersion":"admission.k8s.io/v1","request":{"uid":"705ab4f5-6393-11e8-b7cc-42010a800002","kind":{"group":"","version":"v1","kind":"Pod"},"resource":{"group":"","version":"v1","resource":"pods"},"requestKind":{"group":"","version":"v1","kind":"Pod"},"requestResource":{"group":"","version":"v1","resource":"pods"},"name":"web","namespace":"default","operation":"CREATE","userInfo":{"username":"alice","groups":["system:authenticated"]},"object":{"kind":"Pod","apiVersion":"v1","metadata":{"name":"web","namespace":"default","labels":{"app":"web","tier":"front"}},"spec":{"volumes":[{"name":"tmp","emptyDir":{}}],"containers":[{"name":"app","image":"registry.example/team/app:1.2.3","args":["--port=8080","--verbose"],"ports":[{"containerPort":8080,"protocol":"TCP"}],"env":[{"name":"A","value":"1"},{"name":"B","value":"2"}],"resources":{"limits":{"cpu":"1","memory":"256Mi"},"requests":{"cpu":"100m","memory":"128Mi"}},"volumeMounts":[{"name":"tmp","mountPath":"/tmp"}],"terminationMessagePath":"/dev/termination-log","terminationMessagePolicy":"File","imagePullPolicy":"IfNotPresent"},{"name":"side","image":"registry.example/team/side:4.5.6","resources":{},"terminationMessagePath":"/dev/termination-log","terminationMessagePolicy":"File","imagePullPolicy":"IfNotPresent"}],"restartPolicy":"Always","terminationGracePeriodSeconds":30,"dnsPolicy":"ClusterFirst","serviceAccountName":"default","serviceAccount":"default","securityContext":{},"schedulerName":"default-scheduler","priority":0,"enableServiceLinks":true,"preemptionPolicy":"PreemptLowerPriority"},"status":{}},"oldObject":null,"dryRun":false,"options":{"kind":"CreateOptions","apiVersion":"meta.k8s.io/v1"}}}
        """;
}
