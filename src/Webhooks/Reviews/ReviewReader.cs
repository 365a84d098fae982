using System.Text.Json;
using Daytwo.Kubernetes.Json;

namespace Daytwo.Webhooks.Reviews;

/// <summary>Reads an AdmissionReview in one pass over its bytes. Objects are skipped, not decoded: whoever needs them reads the slice.</summary>
public static class ReviewReader
{
    private const string ApiVersion = "admission.k8s.io/v1";

    /// <summary>As deep as kube-apiserver itself reads JSON.</summary>
    private const int DeepestNesting = 10_000;

    private static readonly JsonReaderOptions Options = new() { MaxDepth = DeepestNesting };

    /// <exception cref="ReviewFormatException">It is none.</exception>
    public static Review Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            return ReadReview(body);
        }
        catch (JsonException e)
        {
            throw new ReviewFormatException($"the body is not JSON: {e.Message}");
        }
        catch (InvalidOperationException e)
        {
            throw new ReviewFormatException($"the body is no AdmissionReview: {e.Message}");
        }
    }

    private static Review ReadReview(ReadOnlyMemory<byte> body)
    {
        var reader = new Utf8JsonReader(body.Span, Options);
        Expect(ref reader, JsonTokenType.StartObject, "the body");
        Review? review = null;
        var version = "";
        var kind = "";
        while (NextMember(ref reader))
        {
            if (reader.ValueTextEquals("request"u8))
            {
                Expect(ref reader, JsonTokenType.StartObject, "request");
                review = ReadRequest(ref reader, body);
            }
            else if (reader.ValueTextEquals("apiVersion"u8))
            {
                version = Text(ref reader);
            }
            else if (reader.ValueTextEquals("kind"u8))
            {
                kind = Text(ref reader);
            }
            else
            {
                Skip(ref reader);
            }
        }

        return (version, kind) != (ApiVersion, "AdmissionReview")
            ? throw new ReviewFormatException($"apiVersion is '{version}' and kind is '{kind}'; only {ApiVersion} AdmissionReview is understood")
            : review ?? throw new ReviewFormatException("request is missing");
    }

    private static Review ReadRequest(ref Utf8JsonReader reader, ReadOnlyMemory<byte> body)
    {
        var start = (int)reader.TokenStartIndex;
        var draft = default(ReviewDraft);
        while (NextMember(ref reader))
        {
            draft.ReadMember(ref reader, body);
        }

        return draft.ToReview(body[start..(int)reader.BytesConsumed]);
    }

    /// <summary>Moves to the next member's name; false at the end of the object.</summary>
    internal static bool NextMember(ref Utf8JsonReader reader) => reader.Read() && reader.TokenType == JsonTokenType.PropertyName;

    /// <summary>The text after a member's name; empty for null.</summary>
    internal static string Text(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType == JsonTokenType.String ? StringPool.Shared.Read(ref reader) : reader.GetString() ?? "";
    }

    /// <summary>The JSON after a member's name; empty for null.</summary>
    internal static ReadOnlyMemory<byte> Slice(ref Utf8JsonReader reader, ReadOnlyMemory<byte> body)
    {
        reader.Read();
        var start = (int)reader.TokenStartIndex;
        var isNull = reader.TokenType == JsonTokenType.Null;
        reader.Skip();
        return isNull ? default : body[start..(int)reader.BytesConsumed];
    }

    internal static void Skip(ref Utf8JsonReader reader)
    {
        reader.Read();
        reader.Skip();
    }

    internal static void Expect(ref Utf8JsonReader reader, JsonTokenType type, string what)
    {
        if (!reader.Read() || reader.TokenType != type)
        {
            throw new ReviewFormatException($"{what} is {reader.TokenType}, not {type}");
        }
    }
}
