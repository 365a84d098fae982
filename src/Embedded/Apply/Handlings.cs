using Daytwo.Embedded.Schema;

namespace Daytwo.Embedded.Apply;

/// <summary>Chooses how to walk a value: by the value where the type leaves a choice, else the first the type allows.</summary>
internal static class Handlings
{
    public static Handling Of(FieldType type, Slot slot)
    {
        var shape = slot.Exists ? slot.Value.Shape() : JsonShape.Null;
        return shape switch
        {
            JsonShape.Object when type.AllowsMap => Handling.Map,
            JsonShape.Array when type.AllowsList => Handling.List,
            JsonShape.String or JsonShape.Integer or JsonShape.Number or JsonShape.Boolean when type.Scalar is not null => Handling.Scalar,
            _ when type.AllowsMap => Handling.Map,
            _ when type.Scalar is not null => Handling.Scalar,
            _ => Handling.List,
        };
    }
}
