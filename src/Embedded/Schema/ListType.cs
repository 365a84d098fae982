namespace Daytwo.Embedded.Schema;

/// <summary>How the items of a list are told apart (<c>x-kubernetes-list-type</c>).</summary>
internal enum ListType
{
    /// <summary>Nothing said: atomic to server-side apply, without a check of duplicates.</summary>
    Unset,
    Atomic,
    Set,
    Map,
}
