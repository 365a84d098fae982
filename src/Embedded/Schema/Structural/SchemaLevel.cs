namespace Daytwo.Embedded.Schema.Structural;

/// <summary>Where in the schema a node stands.</summary>
internal enum SchemaLevel
{
    Root,
    Item,
    Field,
}
