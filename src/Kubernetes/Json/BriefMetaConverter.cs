namespace Daytwo.Kubernetes.Json;

/// <summary>
/// Reads metadata without long annotations. For kinds that come in thousands, whose annotations hold what others remember
/// (network state, applied manifests) and are the largest part of the object.
/// </summary>
public sealed class BriefMetaConverter : ObjectMetaConverter
{
    private protected override int LongestAnnotation => 128;
}
