using System.Text.Json.Nodes;
using Daytwo.Embedded.OpenApi;
using Daytwo.Embedded.Schema;

namespace Daytwo.Embedded.Tests.Schema;

public sealed class TypedDecodingTests
{
    private static readonly StructuralSchema Deployment = BuiltInDefinitions.Instance.Schema("apps", "v1", "Deployment")!;

    /// <summary>Both texts are those of kube-apiserver v1.36.3, for a create and for a strategic merge patch.</summary>
    [Theory]
    [InlineData("""{"replicas":1.5}""", "number 1.5 into Go struct field DeploymentSpec.spec.replicas of type int32", "cannot convert float64 to int32")]
    [InlineData("""{"template":5}""", "number into Go struct field DeploymentSpec.spec.template of type v1.PodTemplateSpec", "cannot restore struct from: int64")]
    [InlineData("""{"template":{"spec":{"containers":{}}}}""", "object into Go struct field PodSpec.spec.template.spec.containers of type []v1.Container", "cannot restore slice from map")]
    [InlineData("""{"template":{"spec":{"containers":[{"name":5}]}}}""", "number into Go struct field Container.spec.template.spec.containers.name of type string", "cannot convert int64 to string")]
    [InlineData("""{"template":{"spec":{"nodeSelector":["a"]}}}""", "array into Go struct field PodSpec.spec.template.spec.nodeSelector of type map[string]string", "cannot restore map from slice")]
    [InlineData("""{"template":{"spec":{"nodeSelector":{"a":true}}}}""", "bool into Go struct field PodSpec.spec.template.spec.nodeSelector of type string", "unrecognized type: string")]
    [InlineData("""{"paused":"x"}""", "string into Go struct field DeploymentSpec.spec.paused of type bool", "unrecognized type: bool")]
    [InlineData("""{"template":{"spec":{"containers":["x"]}}}""", "string into Go struct field PodSpec.spec.template.spec.containers of type v1.Container", "cannot restore struct from: string")]
    [InlineData("""{"template":{"spec":{"terminationGracePeriodSeconds":"x"}}}""", "string into Go struct field PodSpec.spec.template.spec.terminationGracePeriodSeconds of type int64", "unrecognized type: int64")]
    [InlineData("""{"replicas":3000000000}""", "number 3000000000 into Go struct field DeploymentSpec.spec.replicas of type int32", "cannot convert int64 to int32")]
    public void Value_of_a_wrong_type_is_told_as_by_the_real_server(string spec, string decoded, string patched)
    {
        var mismatch = TypedDecoding.Check(new() { ["kind"] = "Deployment", ["spec"] = JsonNode.Parse(spec) }, Deployment);

        Assert.Equal(new TypedMismatch("json: cannot unmarshal " + decoded, patched), mismatch);
    }

    [Fact]
    public void Values_with_forms_of_their_own_are_let_through()
    {
        var spec = JsonNode.Parse(
            """{"strategy":{"rollingUpdate":{"maxSurge":1,"maxUnavailable":"25%"}},"template":{"metadata":{"creationTimestamp":null},"spec":{"containers":[{"resources":{"limits":{"cpu":1,"memory":"1Gi"}}}]}}}""");

        Assert.Null(TypedDecoding.Check(new() { ["spec"] = spec }, Deployment));
    }
}
