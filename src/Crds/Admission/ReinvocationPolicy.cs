namespace Daytwo.Crds.Admission;

/// <summary>Whether mutations run again when others changed the object after them.</summary>
public enum ReinvocationPolicy
{
    Never,
    IfNeeded,
}
