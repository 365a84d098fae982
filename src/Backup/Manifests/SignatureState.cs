namespace Daytwo.Backup.Manifests;

/// <summary>What is known about the signature of a document beside a snapshot.</summary>
public enum SignatureState
{
    /// <summary>There is none, and no key was given to ask for one.</summary>
    Absent,

    /// <summary>There is one, and no key was given to check it.</summary>
    Unchecked,

    /// <summary>Checked and right.</summary>
    Valid,

    /// <summary>There is none although a key was given: written without key, or the signature was taken away.</summary>
    Missing,

    /// <summary>Made with another key than the one given.</summary>
    OtherKey,

    /// <summary>Made for other content: the document was changed.</summary>
    Invalid,
}
