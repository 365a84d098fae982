using System.Globalization;

namespace Daytwo.Embedded.Schema.Validation;

/// <summary>
/// A field's path as schema messages quote it. At the root it is empty, and fields of the root are written with or
/// without a leading dot depending on the check, so both forms are kept apart from <see cref="FieldPath"/>.
/// </summary>
internal readonly record struct SchemaPath(string Text)
{
    public static readonly SchemaPath Root = new("");

    public SchemaPath Property(string name) => new(Text.Length == 0 ? name : $"{Text}.{name}");

    public SchemaPath Additional(string key) => new($"{Text}.{key}");

    public SchemaPath Index(int index) => new($"{Text}[{index.ToString(CultureInfo.InvariantCulture)}]");

    /// <summary>Where the error is filed.</summary>
    public FieldPath Field(FieldPath root)
    {
        var name = Text.StartsWith('.') ? Text[1..] : Text;
        return name.Length == 0 ? root : root.Child(name);
    }
}
