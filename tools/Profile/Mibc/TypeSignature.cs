using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using Daytwo.Profile.Metadata;

namespace Daytwo.Profile.Mibc;

/// <summary>Writes a type by name as a signature spells it.</summary>
internal static class TypeSignature
{
    private static readonly Dictionary<string, PrimitiveTypeCode> Primitives = Enum.GetValues<PrimitiveTypeCode>()
        .Where(c => c is not (PrimitiveTypeCode.Void or PrimitiveTypeCode.TypedReference)).ToDictionary(c => $"System.{c}", StringComparer.Ordinal);

    public static void Write(SignatureTypeEncoder encoder, TypeName type, ProgramAssemblies assemblies, References references)
    {
        switch (type.Name)
        {
            case "[]":
                Write(encoder.SZArray(), type.Arguments[0], assemblies, references);
                return;
            case ['[', ..]:
                encoder.Array(e => Write(e, type.Arguments[0], assemblies, references), s => s.Shape(type.Name.Length - 1, [], [.. new int[type.Name.Length - 1]]));
                return;
            case "*":
                Write(encoder.Pointer(), type.Arguments[0], assemblies, references);
                return;
            case "&":
                encoder.Builder.WriteByte((byte)SignatureTypeCode.ByReference);
                Write(encoder, type.Arguments[0], assemblies, references);
                return;
        }

        if (Primitives.TryGetValue(type.Name, out var primitive))
        {
            encoder.PrimitiveType(primitive);
            return;
        }

        var from = assemblies.Reader(type.Assembly);
        var definition = assemblies.Find(type)!.Value;
        var reference = references.Type(from, definition);
        if (type.Arguments.Count == 0)
        {
            encoder.Type(reference, from.IsValueType(definition));
            return;
        }

        var arguments = encoder.GenericInstantiation(reference, type.Arguments.Count, from.IsValueType(definition));
        foreach (var argument in type.Arguments)
        {
            Write(arguments.AddArgument(), argument, assemblies, references);
        }
    }
}
