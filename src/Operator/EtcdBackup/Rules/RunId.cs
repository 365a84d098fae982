using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Daytwo.Kubernetes.Objects;

namespace Daytwo.Operator.EtcdBackup.Rules;

/// <summary>
/// Names runs, and with them snapshots: <c>NAME-20260131-0300-1a2b3c4d</c>. The same object and scheduled time always give the same name, so a
/// repeat after a crash finds what the first try left; the last part derives from the object's UID.
/// </summary>
internal static class RunId
{
    private const int NameLength = 100;

    /// <param name="scheduledFor">The scheduled time; null for a one-off.</param>
    public static string Of(ObjectMeta owner, DateTimeOffset? scheduledFor)
    {
        var name = owner.Name.Length <= NameLength ? owner.Name : owner.Name[..NameLength].TrimEnd('-', '.');
        var time = scheduledFor?.UtcDateTime.ToString("-yyyyMMdd-HHmm", CultureInfo.InvariantCulture);
        var tag = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(owner.Uid)).AsSpan(0, 4));
        return $"{name}{time}-{tag}";
    }
}
