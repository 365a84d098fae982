namespace Daytwo.Cel.Values;

/// <summary>The kind of a value whose content is in its own 64 bits.</summary>
internal sealed class ScalarHandle : ValueHandle
{
    public static readonly ScalarHandle Null = new(CelKind.Null);
    public static readonly ScalarHandle Bool = new(CelKind.Bool);
    public static readonly ScalarHandle Int = new(CelKind.Int);
    public static readonly ScalarHandle Uint = new(CelKind.Uint);
    public static readonly ScalarHandle Double = new(CelKind.Double);

    /// <summary>Nanoseconds.</summary>
    public static readonly ScalarHandle Duration = new(CelKind.Duration);

    private ScalarHandle(CelKind kind)
        : base(kind)
    {
    }
}
