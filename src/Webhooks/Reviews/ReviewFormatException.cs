namespace Daytwo.Webhooks.Reviews;

/// <summary>A body that is no AdmissionReview; the message names the field, what it holds and what is expected.</summary>
public sealed class ReviewFormatException(string message) : Exception(message);
