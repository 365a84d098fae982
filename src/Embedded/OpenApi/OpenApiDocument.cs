namespace Daytwo.Embedded.OpenApi;

/// <summary>A published document.</summary>
/// <param name="Json">The document in UTF-8.</param>
/// <param name="Hash">Changes whenever the document does; the API serves it as ETag, in quotes, and in the index' URLs.</param>
internal sealed record OpenApiDocument(ReadOnlyMemory<byte> Json, string Hash);
