using System.Globalization;

namespace Daytwo.Embedded.Schema;

/// <summary>Where in an object a problem is, written as the API writes it: <c>spec.containers[0].env[FOO]</c>.</summary>
internal readonly record struct FieldPath(string? Text)
{
    /// <summary>No field at all; the API prints it as <c>&lt;nil&gt;</c>.</summary>
    public static readonly FieldPath None = new(null);

    public FieldPath Child(string name) => new(string.IsNullOrEmpty(Text) ? name : $"{Text}.{name}");

    public FieldPath Key(string key) => new($"{Text}[{key}]");

    public FieldPath Index(int index) => new($"{Text}[{index.ToString(CultureInfo.InvariantCulture)}]");

    public override string ToString() => Text ?? "<nil>";
}
