namespace Daytwo.Embedded.Routing;

/// <summary>The representation a client asked for in its <c>Accept</c> header.</summary>
internal enum Accepted
{
    /// <summary>The object itself.</summary>
    Object,

    /// <summary>Its metadata only (<c>PartialObjectMetadata</c>).</summary>
    Metadata,

    /// <summary>Rows and columns for people (<c>Table</c>).</summary>
    Table,

    /// <summary>Discovery of all groups at once (<c>APIGroupDiscoveryList</c>).</summary>
    AggregatedDiscovery,
}
