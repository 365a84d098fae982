using System.Text;
using Daytwo.Crds;
using Daytwo.Crds.Backups;
using Daytwo.Crds.Stores;
using Daytwo.Kubernetes;
using Daytwo.Kubernetes.Transport;
using Daytwo.Operator.EtcdBackup.Operations;

namespace Daytwo.Operator.Tests.EtcdBackup.Operations;

public sealed class SecretReaderTests
{
    private static readonly EtcdBackupSpec Spec = new()
    {
        Encryption = new EncryptionSpec { KeySecret = new SecretReference { Name = "key" } },
        Store = new StoreSpec { S3 = new S3StoreSpec { CredentialsSecret = new SecretReference { Name = "s3" } } },
    };

    [Theory]
    [InlineData(404, "", "SecretMissing", "The Secret daytwo-system/key does not exist; create it")]
    [InlineData(403, "", "SecretForbidden", "The operator may not read the Secret daytwo-system/key: no")]
    [InlineData(200, """{"other":"eA=="}""", "SecretIncomplete", "Secret daytwo-system/key has no key encryption.key; add it")]
    [InlineData(200, """{"encryption.key":"Y2FuYXJ5"}""", "KeyInvalid", "Secret daytwo-system/key, key encryption.key: ")]
    public async Task Secret_that_cannot_be_used_is_named_and_not_quoted(int code, string data, string reason, string message)
    {
        var problem = await Assert.ThrowsAsync<SecretProblemException>(() => Read(_ => (code, data)));
        Assert.Equal(reason, problem.AsPrerequisites.Reason);
        Assert.StartsWith(message, problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", problem.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Secrets_are_read_from_the_one_namespace_only()
    {
        var paths = new List<string>();
        var key = Convert.ToBase64String(Encoding.ASCII.GetBytes(Convert.ToBase64String(new byte[32])));
        using var secrets = await Read(path =>
        {
            paths.Add(path);
            return (200, path.EndsWith("key", StringComparison.Ordinal)
                ? $$"""{"encryption.key":"{{key}}"}"""
                : """{"AWS_ACCESS_KEY_ID":"YQ==","AWS_SECRET_ACCESS_KEY":"Y2FuYXJ5"}""");
        });

        Assert.NotNull(secrets.Key);
        Assert.DoesNotContain("canary", secrets.Credentials.ToString(), StringComparison.Ordinal);
        Assert.Equal(["/api/v1/namespaces/daytwo-system/secrets/key", "/api/v1/namespaces/daytwo-system/secrets/s3"], paths);
    }

    private static async Task<BackupSecrets> Read(Func<string, (int, string)> answer) =>
        await new SecretReader(new KubernetesClient(new Answers(answer)), "daytwo-system").Read(Spec, TestContext.Current.CancellationToken);

    private sealed class Answers(Func<string, (int Code, string Data)> answer) : IApiTransport
    {
        public ValueTask<ApiResponse> Send(ApiRequest request, CancellationToken ct)
        {
            var (code, data) = answer(request.Path);
            var body = code == 200
                ? $$"""{"metadata":{"name":"{{request.Path.Split('/')[^1]}}","namespace":"daytwo-system"},"data":{{data}}}"""
                : $$"""{"kind":"Status","status":"Failure","code":{{code}},"message":"no"}""";
            return ValueTask.FromResult(new ApiResponse(code, new MemoryStream(Encoding.UTF8.GetBytes(body))));
        }
    }
}
