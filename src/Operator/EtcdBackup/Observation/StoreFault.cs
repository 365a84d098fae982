namespace Daytwo.Operator.EtcdBackup.Observation;

/// <summary>How work with a store failed.</summary>
/// <param name="During">The work that failed.</param>
/// <param name="Reason">A reason of conditions.</param>
/// <param name="Message">What failed and what to do.</param>
/// <param name="Count">How often in a row.</param>
/// <param name="Since">How long ago the last time was, by a clock that does not jump.</param>
internal sealed record StoreFault(StoreWork During, string Reason, string Message, int Count, TimeSpan Since);
