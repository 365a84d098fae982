using Daytwo.Embedded.Protobuf;
using FsCheck;
using FsCheck.Fluent;

namespace Daytwo.Embedded.Tests;

public sealed class ProtobufBodyTests
{
    // k8s\0, then: 1 { 1: "v1" 2: "ConfigMap" } 2 { 1 { 1: "a" } 2 { 1: "k" 2: "v" } }
    private static readonly byte[] ConfigMap =
    [
        .. "k8s\0"u8, 0x0a, 15, 0x0a, 2, .. "v1"u8, 0x12, 9, .. "ConfigMap"u8, 0x12, 13, 0x0a, 3, 0x0a, 1, .. "a"u8, 0x12, 6, 0x0a, 1, .. "k"u8, 0x12, 1, .. "v"u8,
    ];

    [Fact]
    public void Body_of_a_typed_client_reads_as_its_json()
    {
        var value = ProtobufBody.Decode(ConfigMap)!;
        Assert.Equal("a", value["metadata"]!["name"]!.ToString());
        Assert.Equal("v", value["data"]!["k"]!.ToString());
        Assert.Equal("ConfigMap", value["kind"]!.ToString());
    }

    [Fact]
    public void Body_when_cut_or_flipped_is_refused_or_read_but_never_breaks() =>
        Prop.ForAll(Gen.Choose(0, ConfigMap.Length - 1).SelectMany(at => Gen.Choose(0, 255).Select(b => (at, b))).ToArbitrary(), damage =>
        {
            var damaged = ConfigMap.ToArray();
            damaged[damage.at] = (byte)damage.b;
            return Survives(damaged) && Survives(ConfigMap[..damage.at]);
        }).QuickCheckThrowOnFailure();

    private static bool Survives(byte[] body)
    {
        try
        {
            ProtobufBody.Decode(body);
            return true;
        }
        catch (FormatException)
        {
            return true;
        }
    }
}
