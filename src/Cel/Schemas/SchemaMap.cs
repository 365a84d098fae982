using System.Text;
using Daytwo.Cel.Values;

namespace Daytwo.Cel.Schemas;

/// <summary>An object or map of JSON, its values typed by a schema. Fields of objects go by their escaped names; those that are null are not there.</summary>
internal sealed class SchemaMap(CelValue value, CelSchema schema) : MapHandle
{
    private readonly MapHandle _members = (MapHandle)value.Handle!;
    private readonly IReadOnlyDictionary<string, CelSchema>? _fields = schema.Values is null ? schema.Fields : null;

    public override string GoNativeName => "*common.unstructuredMap";

    public override int Count(long bits) => _members.Count(value.Bits);

    public override CelValue KeyAt(long bits, int index)
    {
        var key = _members.KeyAt(value.Bits, index);
        return _fields is null ? key : CelValue.Of(FieldNames.Escape(key.AsString) ?? key.AsString);
    }

    public override CelValue ValueAt(long bits, int index)
    {
        var member = _members.ValueAt(value.Bits, index);
        if (_fields is null)
        {
            return schema.Values is { } values ? SchemaValue.Of(member, values) : member;
        }

        return _fields.TryGetValue(_members.KeyAt(value.Bits, index).AsString, out var field) ? SchemaValue.Of(member, field) : member;
    }

    public override CelValue Find(long bits, CelValue key) => key.Kind == CelKind.String ? Find(bits, key.Utf8) : default;

    public override CelValue Find(long bits, ReadOnlySpan<byte> key)
    {
        if (_fields is null)
        {
            var found = _members.Find(value.Bits, key);
            return found.IsUnset || schema.Values is not { } values ? found : SchemaValue.Of(found, values);
        }

        var name = FieldNames.Unescape(Encoding.UTF8.GetString(key));
        if (name is null)
        {
            return default;
        }

        var member = _members.Find(value.Bits, Encoding.UTF8.GetBytes(name));
        if (member.IsUnset || member.Kind == CelKind.Null)
        {
            return default;
        }

        return _fields.TryGetValue(name, out var field) ? SchemaValue.Of(member, field) : member;
    }
}
