namespace Daytwo.Runtime.Election;

/// <summary>What the election needs to know of a lease.</summary>
/// <param name="Holder">Who holds it; empty when nobody does.</param>
/// <param name="Duration">For how long after its last change it stays held.</param>
/// <param name="ResourceVersion">Its version; any change of it is a sign of life of the holder.</param>
internal sealed record LeaseRecord(string Holder, TimeSpan Duration, string ResourceVersion);
