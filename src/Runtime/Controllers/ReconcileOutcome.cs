namespace Daytwo.Runtime.Controllers;

public enum ReconcileOutcome
{
    /// <summary>Nothing more to do until something changes.</summary>
    Done,

    /// <summary>To be repeated, at a time or at once.</summary>
    Again,

    /// <summary>It did not work; to be repeated after the back-off.</summary>
    Retry,
}
