using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Daytwo.Backup.Manifests;

/// <summary>
/// A JSON document with a signature: <c>{"NAME": {…}, "signature": {"algorithm", "keyId", "value"}}</c>. Signed are the bytes of the value of
/// NAME exactly as they stand in the file, so no canonical form has to be agreed on and fields of later versions stay covered.
/// </summary>
internal static class SignedDocument
{
    private const string Algorithm = "HMAC-SHA256";

    private static readonly JsonWriterOptions Indented = new() { Indented = true };

    public static byte[] Write<T>(string name, T value, JsonTypeInfo<T> json, EncryptionKey? key)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(value, json);
        var buffer = new ArrayBufferWriter<byte>(body.Length + 256);
        using (var writer = new Utf8JsonWriter(buffer, Indented))
        {
            writer.WriteStartObject();
            writer.WritePropertyName(name);
            writer.WriteRawValue(body);
            if (key is not null)
            {
                writer.WriteStartObject("signature");
                writer.WriteString("algorithm", Algorithm);
                writer.WriteString("keyId", key.Id);
                writer.WriteBase64String("value", HMACSHA256.HashData(key.SigningKey, body));
                writer.WriteEndObject();
            }

            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <exception cref="JsonException">The document is damaged; the message says where.</exception>
    public static SignedReading<T> Read<T>(string name, ReadOnlySpan<byte> document, JsonTypeInfo<T> json, EncryptionKey? key)
    {
        var (body, signature) = Split(name, document);
        var value = JsonSerializer.Deserialize(document[body], json) ?? throw new JsonException($"'{name}' is null.");
        return new SignedReading<T>(value, Check(document[body], signature, key), signature?.KeyId);
    }

    private static (Range Body, DocumentSignature? Signature) Split(string name, ReadOnlySpan<byte> document)
    {
        var reader = new Utf8JsonReader(document);
        Range? body = null;
        DocumentSignature? signature = null;
        Expect(ref reader, JsonTokenType.StartObject);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals(name) && body is null)
            {
                reader.Read();
                var start = (int)reader.TokenStartIndex;
                reader.Skip();
                body = start..(int)reader.BytesConsumed;
            }
            else if (reader.ValueTextEquals("signature") && signature is null)
            {
                reader.Read();
                signature = JsonSerializer.Deserialize(ref reader, DocumentJson.Default.DocumentSignature);
            }
            else
            {
                throw new JsonException($"Unknown or repeated property '{reader.GetString()}' at byte {reader.TokenStartIndex}.");
            }
        }

        // Reading on past the object's end raises an error for anything but white space.
        reader.Read();
        return (body ?? throw new JsonException($"There is no '{name}'."), signature);
    }

    private static void Expect(ref Utf8JsonReader reader, JsonTokenType type)
    {
        if (!reader.Read() || reader.TokenType != type)
        {
            throw new JsonException("This is no JSON object.");
        }
    }

    private static SignatureState Check(ReadOnlySpan<byte> body, DocumentSignature? signature, EncryptionKey? key)
    {
        if (key is null || signature is null)
        {
            return (key, signature) switch
            {
                (null, null) => SignatureState.Absent,
                (null, _) => SignatureState.Unchecked,
                _ => SignatureState.Missing,
            };
        }

        if (signature.KeyId != key.Id)
        {
            return SignatureState.OtherKey;
        }

        return signature.Algorithm == Algorithm && CryptographicOperations.FixedTimeEquals(HMACSHA256.HashData(key.SigningKey, body), signature.Value)
            ? SignatureState.Valid
            : SignatureState.Invalid;
    }
}
