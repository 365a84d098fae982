namespace Daytwo.Storage;

/// <summary>S3 Object Lock on one object.</summary>
public sealed record RetentionLock(RetentionLockMode Mode, DateTimeOffset Until);
