namespace Daytwo.Bench.Compare;

/// <summary>The kind both operators serve: they copy <c>spec.value</c> to <c>status.value</c>.</summary>
internal static class EchoDefinition
{
    public const string Yaml = """
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata: {name: echoes.bench.twin.dev}
        spec:
          group: bench.twin.dev
          scope: Namespaced
          names: {plural: echoes, singular: echo, kind: Echo, listKind: EchoList}
          versions:
          - name: v1
            served: true
            storage: true
            subresources: {status: {}}
            schema:
              openAPIV3Schema:
                type: object
                properties:
                  spec: {type: object, properties: {value: {type: string}}}
                  status:
                    type: object
                    properties:
                      value: {type: string}
                      observedGeneration: {type: integer, format: int64}
        """;
}
