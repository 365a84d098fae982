namespace Daytwo.Runtime.Rules;

/// <summary>An Event's type.</summary>
public enum NoticeLevel
{
    /// <summary>It went as meant.</summary>
    Normal,

    /// <summary>Someone may have to act.</summary>
    Warning,
}
