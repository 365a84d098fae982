using Daytwo.Cel.Types;

namespace Daytwo.Admission.Expressions;

/// <summary>Names of types in messages about results.</summary>
internal static class TypeNames
{
    public const string Bool = "bool";
    public const string String = "string";
    public const string Null = "null_type";

    public static string Of(CelType type) => type.Kind == TypeKind.Null ? Null : type.ToString();
}
