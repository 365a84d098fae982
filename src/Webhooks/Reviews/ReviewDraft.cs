using System.Text.Json;

namespace Daytwo.Webhooks.Reviews;

/// <summary>A review's request while it is read, member by member, in whatever order they come.</summary>
internal struct ReviewDraft
{
    private ReadOnlyMemory<byte> _uid;
    private ReviewResource _resource;
    private ReviewResource? _requestResource;
    private string? _subresource;
    private string? _requestSubresource;
    private string? _operation;

    /// <summary>Takes the member whose name the reader stands on, and leaves the reader at the end of its value.</summary>
    public void ReadMember(ref Utf8JsonReader reader, ReadOnlyMemory<byte> body)
    {
        switch (true)
        {
            case true when reader.ValueTextEquals("uid"u8): _uid = Unquoted(ReviewReader.Slice(ref reader, body)); break;
            case true when reader.ValueTextEquals("resource"u8): _resource = Resource(ref reader) ?? default; break;
            case true when reader.ValueTextEquals("requestResource"u8): _requestResource = Resource(ref reader); break;
            case true when reader.ValueTextEquals("subResource"u8): _subresource = ReviewReader.Text(ref reader); break;
            case true when reader.ValueTextEquals("requestSubResource"u8): _requestSubresource = ReviewReader.Text(ref reader); break;
            case true when reader.ValueTextEquals("operation"u8): _operation = ReviewReader.Text(ref reader); break;
            default: ReviewReader.Skip(ref reader); break;
        }
    }

    /// <exception cref="ReviewFormatException">Something is missing without which nothing can be answered.</exception>
    public readonly Review ToReview(ReadOnlyMemory<byte> request)
    {
        if (_uid.IsEmpty)
        {
            throw new ReviewFormatException("request.uid is missing");
        }

        if (_operation is not ("CREATE" or "UPDATE" or "DELETE" or "CONNECT"))
        {
            throw new ReviewFormatException($"request.operation is '{_operation}'; it is one of CREATE, UPDATE, DELETE, CONNECT");
        }

        if (string.IsNullOrEmpty(_resource.Resource) || string.IsNullOrEmpty(_resource.Version))
        {
            throw new ReviewFormatException("request.resource needs version and resource");
        }

        var resource = _resource with { Subresource = _subresource ?? "" };
        return new Review
        {
            Request = request,
            Uid = _uid,
            Resource = resource,
            RequestResource = _requestResource is { } original ? original with { Subresource = _requestSubresource ?? "" } : resource,
            Operation = _operation,
        };
    }

    /// <summary>The inside of a JSON string, as it is escaped: it is only ever sent back.</summary>
    private static ReadOnlyMemory<byte> Unquoted(ReadOnlyMemory<byte> text) =>
        text.Length > 2 && text.Span[0] == (byte)'"' ? text[1..^1] : throw new ReviewFormatException("request.uid is no text");

    private static ReviewResource? Resource(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        var (group, version, resource) = ("", "", "");
        while (ReviewReader.NextMember(ref reader))
        {
            switch (true)
            {
                case true when reader.ValueTextEquals("group"u8): group = ReviewReader.Text(ref reader); break;
                case true when reader.ValueTextEquals("version"u8): version = ReviewReader.Text(ref reader); break;
                case true when reader.ValueTextEquals("resource"u8): resource = ReviewReader.Text(ref reader); break;
                default: ReviewReader.Skip(ref reader); break;
            }
        }

        return new ReviewResource(group, version, resource, "");
    }
}
