using Daytwo.Kubernetes.Patches;

namespace Daytwo.Embedded.Patches;

/// <summary>The first thing found wrong while a strategic merge patch runs; what follows does not matter.</summary>
internal sealed class StrategicFailure
{
    public PatchFailure? Value { get; private set; }

    public void BadRequest(string message) => Value ??= PatchFailure.BadRequest(message);

    public void Internal(string message) => Value ??= new PatchFailure(500, "", message, message);
}
