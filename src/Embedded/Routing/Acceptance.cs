namespace Daytwo.Embedded.Routing;

/// <summary>The outcome of content negotiation.</summary>
internal sealed record Acceptance(Accepted Representation);
