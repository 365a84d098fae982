namespace Daytwo.Backup;

/// <summary>How a snapshot is made smaller before it is encrypted and stored.</summary>
public enum Compression
{
    None,

    /// <summary>gzip, readable by every gunzip.</summary>
    Gzip,
}
