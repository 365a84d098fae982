namespace Daytwo.Cel.Values;

internal sealed class OptionalHandle : ValueHandle
{
    public static readonly CelValue None = new(new OptionalHandle(default), 0);

    private OptionalHandle(CelValue content)
        : base(CelKind.Optional) => Content = content;

    /// <summary>The value; unset in <see cref="None"/>.</summary>
    public CelValue Content { get; }

    public bool HasValue => !Content.IsUnset;

    public static CelValue Of(CelValue content) => new(new OptionalHandle(content), 0);
}
