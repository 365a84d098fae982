namespace Daytwo.Cluster.Tests.Faults;

/// <summary>What a <see cref="FaultProxy"/> does to one request instead of passing it on as it is.</summary>
internal abstract record Fault
{
    /// <summary>Answers as an S3 server that refuses; the server behind never hears of the request.</summary>
    public sealed record Refuse(int Status, string Code, string Message) : Fault;

    /// <summary>Resets the connection after so many bytes of the request.</summary>
    public sealed record Reset(long AfterBytes) : Fault;

    /// <summary>Passes the request's bytes on no faster than this.</summary>
    public sealed record Slow(int BytesPerSecond) : Fault;

    /// <summary>Passes the request on with one byte changed.</summary>
    public sealed record FlipSent(long Position) : Fault;

    /// <summary>Passes the answer on with one byte changed.</summary>
    public sealed record FlipReceived(long Position) : Fault;

    /// <summary>Passes half of the request on, and the rest only when the test lets it go.</summary>
    public sealed record HaltRequest(Halt At) : Fault;

    /// <summary>Passes the request on, and the answer only when the test lets it go.</summary>
    public sealed record HaltAnswer(Halt At) : Fault;
}
