namespace Daytwo.Cel.Schemas;

/// <summary>What a list is to <c>==</c> and <c>+</c>, as <c>x-kubernetes-list-type</c>.</summary>
public enum CelListType
{
    /// <summary>Elements at places.</summary>
    Atomic,

    /// <summary>Elements, each once, in no order.</summary>
    Set,

    /// <summary>Objects, found by their keys.</summary>
    Map,
}
