namespace Daytwo.Embedded.Writing;

/// <summary>Who writes an object's fields, as managed fields record it.</summary>
/// <param name="Subresource">Empty for the object itself.</param>
internal sealed record FieldWriter(string Manager, string ApiVersion, string Subresource, DateTimeOffset Time);
