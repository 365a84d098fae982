using Daytwo.Cel.Values;

namespace Daytwo.Admission.Mutating;

/// <summary>Checks that initializers are named after the fields they stand in: <c>Object{spec: Object.spec{…}}</c>.</summary>
internal static class ObjectInitializers
{
    /// <returns>What is wrong; null when nothing is.</returns>
    public static string? Check(CelValue value)
    {
        if (value.ObjectTypeName is not { } root)
        {
            return null;
        }

        var errors = new List<string>();
        Check(value, root, errors);
        return errors.Count == 0 ? null : string.Join('\n', errors);
    }

    private static void Check(CelValue value, string path, List<string> errors)
    {
        switch (value.Kind)
        {
            case CelKind.Map:
                var name = value.ObjectTypeName;
                if (name is not null && name != path)
                {
                    errors.Add($"unexpected type name \"{name}\", expected \"{path}\", which matches field name path from root Object type");
                }

                for (var i = 0; i < value.Count; i++)
                {
                    Check(value.ValueAt(i), name is null ? path : $"{path}.{value.KeyAt(i).AsString}", errors);
                }

                break;
            case CelKind.List:
                for (var i = 0; i < value.Count; i++)
                {
                    Check(value[i], path, errors);
                }

                break;
        }
    }
}
