namespace Daytwo.Backup.Reading;

/// <summary>Why a stored snapshot cannot be read or trusted.</summary>
public enum SnapshotFault
{
    /// <summary>Bytes were changed, cut or lost.</summary>
    Damaged,

    /// <summary>It is encrypted and no key was given.</summary>
    KeyMissing,

    /// <summary>It is encrypted or signed with another key than the one given.</summary>
    KeyWrong,

    /// <summary>A key was given and the manifest is not signed with it.</summary>
    Untrusted,

    /// <summary>Written by a later version.</summary>
    FormatUnknown,
}
