using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using Daytwo.Profile.Metadata;

namespace Daytwo.Profile.Mibc;

/// <summary>Copies a method's signature out of its assembly (ECMA-335 II.23.2), with our references for the types it names.</summary>
internal sealed class SignatureCopy(AssemblyReader from, References references)
{
    private readonly BlobBuilder copy = new();

    public BlobBuilder Method(BlobHandle signature)
    {
        var reader = from.Metadata.GetBlobReader(signature);
        Method(ref reader);
        return copy;
    }

    private void Method(ref BlobReader reader)
    {
        var header = reader.ReadSignatureHeader();
        copy.WriteByte(header.RawValue);
        if (header.IsGeneric)
        {
            Number(ref reader);
        }

        // The types are the result's and the parameters'.
        for (var types = Number(ref reader) + 1; types > 0; types--)
        {
            Type(ref reader);
        }
    }

    private void Type(ref BlobReader reader)
    {
        var code = reader.ReadByte();
        copy.WriteByte(code);
        switch ((SignatureTypeCode)code)
        {
            // Class and value type, which the enumeration does not have apart.
            case (SignatureTypeCode)SignatureTypeKind.Class or (SignatureTypeCode)SignatureTypeKind.ValueType:
                Reference(ref reader);
                break;
            case SignatureTypeCode.RequiredModifier or SignatureTypeCode.OptionalModifier:
                Reference(ref reader);
                Type(ref reader);
                break;
            case SignatureTypeCode.Pointer or SignatureTypeCode.ByReference or SignatureTypeCode.SZArray or SignatureTypeCode.Pinned or SignatureTypeCode.Sentinel:
                Type(ref reader);
                break;
            case SignatureTypeCode.GenericTypeParameter or SignatureTypeCode.GenericMethodParameter:
                Number(ref reader);
                break;
            case SignatureTypeCode.GenericTypeInstance:
                Type(ref reader);
                for (var arguments = Number(ref reader); arguments > 0; arguments--)
                {
                    Type(ref reader);
                }

                break;
            case SignatureTypeCode.Array:
                Type(ref reader);
                Number(ref reader);
                Numbers(ref reader);
                Numbers(ref reader);
                break;
            case SignatureTypeCode.FunctionPointer:
                Method(ref reader);
                break;
        }
    }

    private void Reference(ref BlobReader reader) => copy.WriteCompressedInteger(CodedIndex.TypeDefOrRefOrSpec(Ours(reader.ReadTypeHandle())));

    private EntityHandle Ours(EntityHandle type)
    {
        if (type.Kind != HandleKind.TypeSpecification)
        {
            return references.Type(from, type);
        }

        var nested = new SignatureCopy(from, references);
        var reader = from.Metadata.GetBlobReader(from.Metadata.GetTypeSpecification((TypeSpecificationHandle)type).Signature);
        nested.Type(ref reader);
        return references.Specification(nested.copy);
    }

    private int Number(ref BlobReader reader)
    {
        var number = reader.ReadCompressedInteger();
        copy.WriteCompressedInteger(number);
        return number;
    }

    /// <summary>A counted list; bounds of arrays are signed, but their bytes are copied the same.</summary>
    private void Numbers(ref BlobReader reader)
    {
        for (var count = Number(ref reader); count > 0; count--)
        {
            Number(ref reader);
        }
    }
}
