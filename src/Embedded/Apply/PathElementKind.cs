namespace Daytwo.Embedded.Apply;

/// <summary>How a path names a part of a value, in the order that sets are sorted by.</summary>
internal enum PathElementKind
{
    /// <summary>A key of an object.</summary>
    Field,

    /// <summary>The list item with these key fields.</summary>
    Key,

    /// <summary>The list item with this value.</summary>
    Value,

    /// <summary>A position in a list.</summary>
    Index,
}
