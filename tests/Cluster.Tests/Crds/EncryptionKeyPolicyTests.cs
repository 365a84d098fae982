using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace Daytwo.Cluster.Tests.Crds;

/// <summary>The apiserver refuses encryption keys of the wrong length, and changes of a key.</summary>
public sealed class EncryptionKeyPolicyTests(InstalledKinds kinds)
{
    [Theory]
    [InlineData(16)]
    [InlineData(31)]
    [InlineData(33)]
    [InlineData(64)]
    public async Task Key_of_wrong_length_is_refused_with_the_way_to_make_a_right_one(int bytes)
    {
        var kubectl = (await kinds.Get()).Kubectl;

        var error = await kubectl.Fails(Create($"key-{bytes}", Key(bytes)));

        Assert.Contains($"data[\"encryption.key\"] of Secret key-{bytes} is not 32 random bytes written in base64", error, StringComparison.Ordinal);
        Assert.Contains("openssl rand -base64 32", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    public async Task Any_key_of_32_bytes_is_taken(string end)
    {
        var kubectl = (await kinds.Get()).Kubectl;
        for (var i = 0; i < 5; i++)
        {
            await kubectl.Succeeds([.. Create("good-key", Key(32) + end), "--dry-run=server"]);
        }
    }

    [Fact]
    public async Task Key_once_stored_may_not_change()
    {
        var kubectl = (await kinds.Get()).Kubectl;
        await kubectl.Succeeds(Create("kept-key", Key(32)));

        var error = await kubectl.Fails("-n", "daytwo-system", "patch", "secret", "kept-key", "--type=merge", "-p", new JsonObject { ["stringData"] = new JsonObject { ["encryption.key"] = Key(32) } }.ToJsonString());

        Assert.Contains("may not change", error, StringComparison.Ordinal);
        Assert.Contains("spec.encryption.keySecret", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_namespaces_are_left_alone()
    {
        var kubectl = (await kinds.Get()).Kubectl;

        await kubectl.Succeeds("-n", "default", "create", "secret", "generic", "elsewhere", "--from-literal=encryption.key=short", "--dry-run=server");
    }

    private static string Key(int bytes) => Convert.ToBase64String(RandomNumberGenerator.GetBytes(bytes));

    private static string[] Create(string name, string key) => ["-n", "daytwo-system", "create", "secret", "generic", name, $"--from-literal=encryption.key={key}"];
}
