using Daytwo.Operator.EtcdBackup.Observation;

namespace Daytwo.Operator.EtcdBackup.Operations;

/// <summary>A Secret that is missing or cannot be used. Its text never holds what the Secret holds.</summary>
internal sealed class SecretProblemException(string reason, string message) : Exception(message)
{
    public Prerequisites AsPrerequisites { get; } = new(reason, message);
}
